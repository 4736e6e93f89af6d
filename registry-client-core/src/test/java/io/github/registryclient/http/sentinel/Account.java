package io.github.registryclient.http.sentinel;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.http.HttpRegistryClientBuilder;
import java.util.List;

/** The ways to prove who is asking, each with its own secrets. */
enum Account {
    /** User and password, sent with each request. */
    BASIC("B", true) {
        @Override
        HttpRegistryClientBuilder on(HttpRegistryClientBuilder builder) {
            return builder.credentials("user", secret().text());
        }
    },
    /** User and password, sent to a token server. */
    TOKEN("P", true) {
        @Override
        HttpRegistryClientBuilder on(HttpRegistryClientBuilder builder) {
            return builder.credentials("user", secret().text());
        }
    },
    /** A refresh token, posted to a token server, which gives a newer one. */
    IDENTITY("I", false) {
        @Override
        HttpRegistryClientBuilder on(HttpRegistryClientBuilder builder) {
            return builder.credentials(CredentialsProvider.fixed(Credentials.identityToken("user", secret().text())));
        }
    },
    /** A token that somebody else fetched. */
    BEARER("O", false) {
        @Override
        HttpRegistryClientBuilder on(HttpRegistryClientBuilder builder) {
            return builder.credentials(CredentialsProvider.fixed(Credentials.bearer(secret().text())));
        }
    },
    /** A header for a gateway. */
    HEADER("H", false) {
        @Override
        HttpRegistryClientBuilder on(HttpRegistryClientBuilder builder) {
            return builder.secretHeader("X-Gateway-Key", secret().text());
        }
    };

    private final String mark;
    private final boolean isPassword;

    Account(String mark, boolean isPassword) {
        this.mark = mark;
        this.isPassword = isPassword;
    }

    /** Its own secret, the same each time. */
    Sentinel secret() {
        return isPassword ? Sentinel.password(mark) : Sentinel.token(mark);
    }

    abstract HttpRegistryClientBuilder on(HttpRegistryClientBuilder builder);

    /** What nobody may be shown when this account calls. */
    List<Sentinel> secrets() {
        return this == TOKEN || this == IDENTITY
                ? List.of(secret(), EchoingServer.FETCHED, EchoingServer.NEWER)
                : List.of(secret());
    }
}
