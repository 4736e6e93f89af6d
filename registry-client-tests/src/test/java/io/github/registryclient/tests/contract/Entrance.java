package io.github.registryclient.tests.contract;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.EmbeddedRegistryBuilder;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.tokenserver.TokenManner;
import io.github.registryclient.testkit.tokenserver.TokenServer;
import io.github.registryclient.testkit.tokenserver.TokenServerBuilder;
import java.net.URI;
import java.util.List;

/** Who may come into an embedded registry, and with what the client and the filler do. */
interface Entrance extends AutoCloseable {
    String USER = "contract";
    String PASSWORD = "c0ntr4ct-5ecre7";

    EmbeddedRegistryBuilder guard(EmbeddedRegistryBuilder registry);

    Credentials credentials();

    RegistryFiller filler(URI registry);

    @Override
    default void close() {}

    /** Everybody. */
    static Entrance open() {
        return new Entrance() {
            @Override
            public EmbeddedRegistryBuilder guard(EmbeddedRegistryBuilder registry) {
                return registry;
            }

            @Override
            public Credentials credentials() {
                return Credentials.anonymous();
            }

            @Override
            public RegistryFiller filler(URI registry) {
                return RegistryFiller.of(registry);
            }
        };
    }

    /** One user with a password. */
    static Entrance password(String user) {
        return new Entrance() {
            @Override
            public EmbeddedRegistryBuilder guard(EmbeddedRegistryBuilder registry) {
                return registry.htpasswd(user, PASSWORD);
            }

            @Override
            public Credentials credentials() {
                return Credentials.basic(user, PASSWORD);
            }

            @Override
            public RegistryFiller filler(URI registry) {
                return RegistryFiller.of(registry, user, PASSWORD);
            }
        };
    }

    /** Whoever has tokens of a token server with these manners, which gives them to one user for everything. */
    static Entrance tokens(TokenManner... manners) {
        TokenServerBuilder settings = TokenServer.builder()
                .user(USER, PASSWORD)
                .allow(USER, "repository:**:*")
                .allow(USER, "registry:catalog:*");
        for (TokenManner manner : manners) {
            settings.manner(manner);
        }
        TokenServer server = settings.start();
        return new Entrance() {
            @Override
            public EmbeddedRegistryBuilder guard(EmbeddedRegistryBuilder registry) {
                return registry.tokenAuth(server);
            }

            @Override
            public Credentials credentials() {
                return Credentials.basic(USER, PASSWORD);
            }

            @Override
            public RegistryFiller filler(URI registry) {
                return RegistryFiller.withTokens(registry, names -> token(server, names));
            }

            @Override
            public void close() {
                server.close();
            }
        };
    }

    private static String token(TokenServer server, List<RepositoryName> names) {
        return server.token(
                USER, names.stream().map(name -> "repository:" + name + ":*").toArray(String[]::new));
    }
}
