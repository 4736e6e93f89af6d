package io.github.registryclient.http.sentinel;

import io.github.registryclient.auth.AuthRequest;
import io.github.registryclient.auth.AuthScheme;
import io.github.registryclient.auth.Credentials;
import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.http.HttpRegistryClientBuilder;
import java.util.List;
import java.util.Optional;

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
    },
    /** A header of the account's own. */
    OWN_HEADER("T", false) {
        @Override
        HttpRegistryClientBuilder on(HttpRegistryClientBuilder builder) {
            return builder.credentials(CredentialsProvider.fixed(Credentials.header("X-Tenant-Key", secret().text())));
        }
    },
    /** What a scheme of the caller's own says. */
    OWN_SCHEME("C", false) {
        @Override
        HttpRegistryClientBuilder on(HttpRegistryClientBuilder builder) {
            String value = "Signed " + secret().text();
            return builder.authScheme(new AuthScheme() {
                @Override
                public String name() {
                    return "Signed";
                }

                @Override
                public Optional<String> authorization(AuthRequest request) {
                    return Optional.of(value);
                }
            });
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

    /** Whether it comes unasked, beside {@code Authorization}. */
    boolean isHeader() {
        return this == HEADER || this == OWN_HEADER;
    }

    /** How a registry asks for it that has its tokens from there. */
    String challenge(String realm) {
        if (this == OWN_SCHEME) {
            return "Signed nonce=\"n\"";
        }
        return this == BASIC ? "Basic realm=\"r\"" : "Bearer realm=\"" + realm + "\",service=\"echo\"";
    }

    abstract HttpRegistryClientBuilder on(HttpRegistryClientBuilder builder);

    /** What nobody may be shown when this account calls. */
    List<Sentinel> secrets() {
        return this == TOKEN || this == IDENTITY
                ? List.of(secret(), EchoingServer.FETCHED, EchoingServer.NEWER)
                : List.of(secret());
    }
}
