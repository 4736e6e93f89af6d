package io.github.registryclient.http.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.registryclient.error.RegistryException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The registry leads a client to another origin, by redirect, Link or upload address: no kind of secret goes along. */
class LedElsewhereTest {
    /** Every one is another origin than http://registry.example, however much it looks like it. */
    private static final List<String> ELSEWHERE = List.of(
            "http://other.example",
            "http://registry.example:8080",
            "https://registry.example",
            "https://registry.example:80",
            "http://a.registry.example",
            "http://registry.example.",
            "http://registry.example.other.example",
            "http://xn--rgistry-bya.example",
            "//other.example",
            "http://127.0.0.1",
            "http://[::1]:8080");

    private final RepositoryName app = RepositoryName.of("team/app");
    private final Digest blob = Digest.of(Samples.sha256("blob"));

    static Stream<Arguments> secretsAndPlaces() {
        return Arrays.stream(Secret.values())
                .flatMap(secret -> ELSEWHERE.stream().map(place -> Arguments.of(secret, place)));
    }

    private static String path(Exchange exchange) {
        return exchange.line().replaceFirst("^\\S+ http://[^/]+", "");
    }

    private List<ThrowingCallable> reads(HttpRegistryClient client) {
        return List.of(
                () -> client.listTags(app).toList(),
                () -> client.findBlobSize(app, blob),
                () -> client.getManifest("team/app", "1.0"),
                () -> {
                    try (InputStream stream = client.openBlob(app, blob)) {
                        stream.readAllBytes();
                    }
                });
    }

    /** https ends at the CONNECT that the world refuses; all else is read there. */
    private void readAll(World world) {
        try (HttpRegistryClient client = world.client().build()) {
            for (ThrowingCallable read : reads(client)) {
                Throwable failure = catchThrowable(read);
                assertThat(failure == null || failure instanceof RegistryException)
                        .as("%s", failure)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("secretsAndPlaces")
    void a_redirect_of_get_head_and_blob(Secret secret, String place) {
        try (World world = new World(secret)) {
            world.registry = exchange -> exchange.reply(307, "", "Location: " + place + path(exchange));
            readAll(world);
            assertThat(world.seenBy("elsewhere"))
                    .as("all, but an account's listings")
                    .hasSizeGreaterThanOrEqualTo(3);
            world.assertNobodyElseSawIt();
        }
    }

    @ParameterizedTest
    @EnumSource(Secret.class)
    void a_redirect_that_comes_back_is_asked_with_it_again_and_its_stop_elsewhere_without(Secret secret) {
        try (World world = new World(secret)) {
            world.registry = exchange -> {
                if (path(exchange).contains("back")) {
                    World.show(exchange);
                } else {
                    exchange.reply(307, "", "Location: http://other.example" + path(exchange));
                }
            };
            world.elsewhere =
                    exchange -> exchange.reply(307, "", "Location: " + World.REGISTRY + "/back" + path(exchange));
            readAll(world);
            assertThat(world.seenBy("registry"))
                    .anyMatch(exchange -> path(exchange).startsWith("/back/"));
            assertThat(world.seenBy("elsewhere"))
                    .as("all, but an account's listings")
                    .hasSizeGreaterThanOrEqualTo(3);
            world.assertNobodyElseSawIt();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://REGISTRY.example", "http://registry.example:80", ""})
    void the_registry_by_another_spelling_is_no_other_origin(String place) {
        try (World world = new World(Secret.BASIC)) {
            world.registry = exchange -> {
                if (path(exchange).startsWith("/there")) {
                    World.show(exchange);
                } else {
                    exchange.reply(307, "", "Location: " + place + "/there" + path(exchange));
                }
            };
            readAll(world);
            assertThat(world.seenBy("elsewhere")).isEmpty();
            assertThat(world.seenBy("registry"))
                    .filteredOn(exchange -> path(exchange).startsWith("/there"))
                    .hasSize(4)
                    .allMatch(exchange -> exchange.header("Authorization").isPresent());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://registry.example@other.example",
                "http://user:pw@registry.example",
                "http://registry.example\\@other.example",
                "http://registry.example:80@other.example",
                "ftp://registry.example",
                "http://r\u00e9gistry.example",
                "http:other.example",
            })
    void an_address_that_could_be_read_in_two_ways_is_not_followed(String place) {
        for (Secret secret : Secret.values()) {
            try (World world = new World(secret)) {
                world.registry = exchange -> {
                    if (path(exchange).startsWith("/v2/")) {
                        exchange.reply(307, "", "Location: " + place + path(exchange));
                    } else {
                        World.show(exchange);
                    }
                };
                readAll(world);
                world.assertNobodyElseSawIt();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("secretsAndPlaces")
    void a_link_to_the_next_page(Secret secret, String place) {
        try (World world = new World(secret)) {
            world.registry = exchange -> exchange.reply(
                    200,
                    "{\"tags\":[\"1.0\"]}",
                    "Content-Type: application/json",
                    "Link: <" + place + "/v2/team/app/tags/list?last=1.0&n=1>; rel=\"next\"");
            readAll(world);
            world.assertNobodyElseSawIt();
        }
    }

    @ParameterizedTest
    @EnumSource(Secret.class)
    void a_link_with_user_information(Secret secret) {
        for (String place : List.of("http://x:y@registry.example", "http://registry.example@other.example")) {
            try (World world = new World(secret)) {
                world.registry = exchange -> exchange.reply(
                        200,
                        "{\"tags\":[\"1.0\"]}",
                        "Content-Type: application/json",
                        "Link: <" + place + "/v2/team/app/tags/list?last=1.0>; rel=\"next\"");
                readAll(world);
                world.assertNobodyElseSawIt();
                assertThat(world.seenBy("elsewhere")).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("secretsAndPlaces")
    void an_upload_address(Secret secret, String place) {
        try (World world = new World(secret);
                HttpRegistryClient client = world.client().build()) {
            ScriptedServer.Script registry = exchange -> {
                if (exchange.method().equals("POST")) {
                    exchange.reply(202, "", "Location: " + place + "/upload/1?state=x");
                } else if (exchange.method().equals("HEAD")) {
                    exchange.reply(404, "");
                } else {
                    World.show(exchange);
                }
            };
            world.registry = registry;
            Throwable failure = catchThrowable(() -> client.uploadBlob(app, new byte[] {1, 2, 3}));
            assertThat(failure == null || failure instanceof RegistryException)
                    .as("%s", failure)
                    .isTrue();
            world.assertNobodyElseSawIt();
        }
    }

    @ParameterizedTest
    @EnumSource(Secret.class)
    void a_redirect_of_what_changes_something(Secret secret) {
        try (World world = new World(secret);
                HttpRegistryClient client = world.client().build()) {
            world.registry = exchange -> {
                if (exchange.method().equals("DELETE") || exchange.method().equals("PUT")) {
                    exchange.reply(307, "", "Location: http://other.example" + path(exchange));
                } else if (exchange.line().contains("/manifests/")) {
                    exchange.reply(
                            200,
                            Samples.MANIFEST,
                            "Content-Type: " + Samples.OCI_MANIFEST,
                            "Docker-Content-Digest: " + Samples.sha256(Samples.MANIFEST));
                } else {
                    World.show(exchange);
                }
            };
            assertThat(catchThrowable(() -> client.deleteManifest(app, Digest.of(Samples.sha256(Samples.MANIFEST)))))
                    .isInstanceOf(RegistryException.class);
            assertThat(world.seenBy("registry"))
                    .anyMatch(exchange -> exchange.method().equals("DELETE"));
            assertThat(world.seenBy("elsewhere")).isEmpty();
            world.assertNobodyElseSawIt();
        }
    }
}
