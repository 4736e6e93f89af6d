package io.github.registryclient.http.origin;

import io.github.registryclient.auth.AuthRequest;
import io.github.registryclient.auth.AuthScheme;
import io.github.registryclient.auth.Credentials;
import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.http.HttpRegistryClientBuilder;
import java.util.List;
import java.util.Optional;

/** A kind of secret: what a client is given, how the registry asks for it, and by what it is known wherever it turns up. */
enum Secret {
    BASIC("Basic realm=\"r\"", "5ecre7-pa55word", "dXNlcjo1ZWNyZTctcGE1NXdvcmQ") {
        @Override
        void giveTo(HttpRegistryClientBuilder client) {
            client.credentials("user", "5ecre7-pa55word");
        }
    },
    BEARER("Bearer realm=\"http://tokens.example/t\"", "5ecre7-g1ven-token") {
        @Override
        void giveTo(HttpRegistryClientBuilder client) {
            client.credentials(CredentialsProvider.fixed(Credentials.bearer("5ecre7-g1ven-token")));
        }
    },
    /** The token server is given the password, the registry what that one grants. */
    FETCHED_TOKEN(World.TOKEN_CHALLENGE, World.ACCESS, "5ecre7-pa55word", "dXNlcjo1ZWNyZTctcGE1NXdvcmQ") {
        @Override
        void giveTo(HttpRegistryClientBuilder client) {
            client.credentials("user", "5ecre7-pa55word");
        }
    },
    /** The token server gives a newer refresh token along with what it grants. */
    IDENTITY_TOKEN(World.TOKEN_CHALLENGE, World.ACCESS, World.REFRESH, "5ecre7-1dent1ty") {
        @Override
        void giveTo(HttpRegistryClientBuilder client) {
            client.credentials(CredentialsProvider.fixed(Credentials.identityToken("user", "5ecre7-1dent1ty")));
        }
    },
    HEADER("", "5ecre7-gateway-key") {
        @Override
        void giveTo(HttpRegistryClientBuilder client) {
            client.secretHeader("X-Gateway-Key", "5ecre7-gateway-key");
        }
    },
    OWN_SCHEME("Signed nonce=\"n\"", "5ecre7-51gnature") {
        @Override
        void giveTo(HttpRegistryClientBuilder client) {
            client.authScheme(new AuthScheme() {
                @Override
                public String name() {
                    return "Signed";
                }

                @Override
                public Optional<String> authorization(AuthRequest request) {
                    return Optional.of("Signed signature=\"5ecre7-51gnature\"");
                }
            });
        }
    };

    private final String challenge;

    @SuppressWarnings("ImmutableEnumChecker") // from List.of
    private final List<String> sentinels;

    Secret(String challenge, String... sentinels) {
        this.challenge = challenge;
        this.sentinels = List.of(sentinels);
    }

    abstract void giveTo(HttpRegistryClientBuilder client);

    /** How the registry asks for it; empty where it comes unasked. */
    String challenge() {
        return challenge;
    }

    boolean isIn(String text) {
        return sentinels.stream().anyMatch(text::contains);
    }

    /** Whether the registry was shown what proves who is asking. */
    boolean provesIn(String head) {
        return head.contains(sentinels.get(0)) || head.contains(sentinels.get(sentinels.size() - 1));
    }
}
