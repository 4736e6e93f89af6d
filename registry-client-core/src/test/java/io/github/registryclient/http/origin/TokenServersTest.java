package io.github.registryclient.http.origin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.registryclient.error.RegistryException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The token server that a registry names gets what tokens are had with, and nobody whom that one leads to. */
class TokenServersTest {
    private final RepositoryName app = RepositoryName.of("team/app");

    static Stream<Arguments> secretsAndPlaces() {
        return Stream.of(Secret.FETCHED_TOKEN, Secret.IDENTITY_TOKEN)
                .flatMap(secret -> Stream.of(
                                "http://other.example/t",
                                "http://tokens.example:8080/t",
                                "https://tokens.example/t",
                                "http://tokens.example./t",
                                "http://a.tokens.example/t",
                                World.REGISTRY + "/t")
                        .map(place -> Arguments.of(secret, place)));
    }

    private static boolean holds(Exchange exchange, String secret) {
        return exchange.head().contains(secret) || new String(exchange.body(), UTF_8).contains(secret);
    }

    @ParameterizedTest
    @EnumSource(names = {"FETCHED_TOKEN", "IDENTITY_TOKEN"})
    void the_named_one_gets_what_tokens_are_had_with_and_the_registry_only_the_token(Secret secret) {
        try (World world = new World(secret);
                HttpRegistryClient client = world.client().build()) {
            assertThat(client.listTags(app).toList()).containsExactly(Tag.of("1.0"));
            assertThat(world.seenBy("tokens")).hasSize(1);
            assertThat(world.seenBy("registry"))
                    .anyMatch(exchange -> holds(exchange, World.ACCESS))
                    .noneMatch(exchange -> holds(exchange, "5ecre7-pa55word")
                            || holds(exchange, "dXNlcjo1ZWNyZTctcGE1NXdvcmQ")
                            || holds(exchange, "5ecre7-1dent1ty")
                            || holds(exchange, World.REFRESH));
            world.assertNobodyElseSawIt();
        }
    }

    /** Where it leads may ask nobody's token; the call then fails, or goes on as nobody. */
    @ParameterizedTest
    @MethodSource("secretsAndPlaces")
    void one_that_redirects_takes_no_secret_elsewhere(Secret secret, String place) {
        try (World world = new World(secret);
                HttpRegistryClient client = world.client().build()) {
            world.tokenServer = exchange -> exchange.reply(307, "", "Location: " + place);
            Throwable failure = catchThrowable(() -> client.listTags(app).toList());
            assertThat(failure).isInstanceOf(RegistryException.class);
            Stream.of("registry", "elsewhere")
                    .map(world::seenBy)
                    .flatMap(List::stream)
                    .forEach(exchange -> assertThat(
                                    secret.isIn(exchange.head()) || secret.isIn(new String(exchange.body(), UTF_8)))
                            .as(exchange.line())
                            .isFalse());
            assertThat(world.seenBy("tokens"))
                    .as("could have gone astray")
                    .anyMatch(exchange ->
                            secret.isIn(exchange.head()) || secret.isIn(new String(exchange.body(), UTF_8)));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FETCHED_TOKEN", "IDENTITY_TOKEN"})
    void a_relative_realm_is_the_registrys_own(Secret secret) {
        try (World world = new World(secret);
                HttpRegistryClient client = world.client().build()) {
            world.challenge = "Bearer realm=\"/t\",service=\"s\"";
            world.tokens = World.REGISTRY;
            assertThat(client.listTags(app).toList()).containsExactly(Tag.of("1.0"));
            assertThat(world.seenBy("tokens")).hasSize(1);
            assertThat(world.seenBy("elsewhere")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://user:pw@tokens.example/t",
                "http://registry.example@other.example/t",
                "http://registry.example\\@other.example/t",
                "ftp://tokens.example/t",
                "http:tokens.example/t",
            })
    void a_realm_that_could_be_read_in_two_ways_gets_nothing(String realm) {
        for (Secret secret : List.of(Secret.FETCHED_TOKEN, Secret.IDENTITY_TOKEN)) {
            try (World world = new World(secret);
                    HttpRegistryClient client = world.client().build()) {
                world.challenge = "Bearer realm=\"" + realm.replace("\\", "\\\\") + "\",service=\"s\"";
                assertThat(catchThrowable(() -> client.listTags(app).toList())).isInstanceOf(RegistryException.class);
                assertThat(world.seenBy("elsewhere")).isEmpty();
                assertThat(world.seenBy("tokens")).isEmpty();
            }
        }
    }

    /** A header for a gateway, a given token and a scheme are nothing that tokens are had with. */
    @ParameterizedTest
    @EnumSource(names = {"BEARER", "HEADER", "OWN_SCHEME"})
    void secrets_for_the_registry_alone_are_not_for_its_token_server(Secret secret) {
        try (World world = new World(secret);
                HttpRegistryClient client = world.client().build()) {
            world.challenge = World.TOKEN_CHALLENGE;
            world.registry = exchange -> {
                if (holds(exchange, World.ACCESS)) {
                    World.show(exchange);
                } else {
                    exchange.reply(401, "", "WWW-Authenticate: " + World.TOKEN_CHALLENGE);
                }
            };
            Throwable failure = catchThrowable(() -> client.listTags(app).toList());
            assertThat(failure == null || failure instanceof RegistryException)
                    .as("%s", failure)
                    .isTrue();
            assertThat(world.seenBy("tokens"))
                    .noneMatch(exchange ->
                            secret.isIn(exchange.head()) || secret.isIn(new String(exchange.body(), UTF_8)));
            assertThat(world.seenBy("elsewhere")).isEmpty();
        }
    }
}
