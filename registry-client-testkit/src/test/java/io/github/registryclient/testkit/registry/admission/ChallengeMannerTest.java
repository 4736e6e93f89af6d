package io.github.registryclient.testkit.registry.admission;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.EmbeddedRegistryBuilder;
import io.github.registryclient.testkit.manner.CatalogManner;
import io.github.registryclient.testkit.manner.ChallengeManner;
import io.github.registryclient.testkit.manner.Manner;
import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleRepository;
import io.github.registryclient.testkit.tokenserver.Call;
import io.github.registryclient.testkit.tokenserver.TokenServer;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each manner does what its source says, and nothing else changes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChallengeMannerTest {
    private final TokenServer tokens = TokenServer.builder()
            .user("alice", "secret")
            .allow("alice", "repository:team/*:pull,push")
            .allowAnonymous("repository:public/*:pull")
            .start();

    @AfterAll
    void stop() {
        tokens.close();
    }

    /** {@code REALM} stands for the realm. */
    static Stream<Arguments> shapes() {
        String bearer = "Bearer realm=\"REALM\",service=\"registry.test\",scope=\"repository:team/a:pull\"";
        String basic = "Basic realm=\"registry.test\"";
        return Stream.of(
                shape(List.of(), List.of(bearer)),
                shape(List.of(ChallengeManner.BASIC_TOO), List.of(bearer, basic)),
                shape(List.of(ChallengeManner.BASIC_FIRST), List.of(basic, bearer)),
                shape(List.of(ChallengeManner.JOINED), List.of(bearer + ", " + basic)),
                shape(
                        List.of(ChallengeManner.BASIC_TOO, ChallengeManner.BASIC_WITHOUT_REALM),
                        List.of(bearer, "Basic")),
                shape(
                        List.of(ChallengeManner.UNQUOTED),
                        List.of("bearer realm=REALM,service=registry.test,scope=repository:team/a:pull")),
                shape(
                        List.of(ChallengeManner.NO_SERVICE),
                        List.of("Bearer realm=\"REALM\",scope=\"repository:team/a:pull\"")),
                shape(List.of(ChallengeManner.NO_SCOPE), List.of("Bearer realm=\"REALM\",service=\"registry.test\"")),
                shape(
                        List.of(ChallengeManner.STAR_SCOPE),
                        List.of("Bearer realm=\"REALM\",service=\"registry.test\",scope=\"*\"")),
                shape(List.of(ChallengeManner.ONLY_AT_ROOT), List.of()),
                shape(List.of(ChallengeManner.BASIC_ONCE_AUTHORIZED), List.of(bearer)));
    }

    private static Arguments shape(List<ChallengeManner> manners, List<String> headers) {
        return Arguments.of(manners, headers);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void a_challenge_has_the_shape_of_its_server(List<ChallengeManner> manners, List<String> headers) {
        with(manners, registry -> {
            HttpResponse<String> answer =
                    Call.get(registry.uri().resolve("/v2/team/a/tags/list")).send();

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().allValues("WWW-Authenticate"))
                    .extracting(value -> value.replace(tokens.realm().toString(), "REALM"))
                    .containsExactlyElementsOf(headers);
        });
    }

    @Test
    void a_scope_with_a_comma_is_quoted_where_others_are_not() {
        with(
                List.of(ChallengeManner.UNQUOTED),
                registry -> assertThat(Call.of("POST", registry.uri().resolve("/v2/team/a/blobs/uploads/"))
                                .challenges())
                        .singleElement()
                        .asString()
                        .endsWith(",service=registry.test,scope=\"repository:team/a:pull,push\""));
    }

    /** By hand: the client of Java 11 fails on such an answer, with an IOException that a NullPointerException caused. */
    @Test
    void a_challenge_may_be_an_empty_header() {
        with(List.of(ChallengeManner.EMPTY_HEADER), registry -> {
            try (Socket socket =
                    new Socket(registry.uri().getHost(), registry.uri().getPort())) {
                socket.getOutputStream()
                        .write("GET /v2/a/tags/list HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
                                .getBytes(US_ASCII));

                assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII).split("\r\n", -1))
                        .startsWith("HTTP/1.1 401 Unauthorized")
                        .filteredOn(line -> line.startsWith("WWW-Authenticate:"))
                        .singleElement()
                        .asString()
                        .isEqualToIgnoringWhitespace("WWW-Authenticate:");
            }
        });
    }

    @Test
    void the_root_has_an_empty_scope_where_zot_has_one() {
        with(List.of(ChallengeManner.EMPTY_SCOPE), registry -> {
            assertThat(root(registry).challenges()).singleElement().asString().endsWith(",scope=\"\"");
            assertThat(list(registry).challenges()).singleElement().asString().endsWith(":pull\"");
        });
    }

    @Test
    void the_root_challenges_where_nothing_else_does() {
        with(
                List.of(ChallengeManner.ONLY_AT_ROOT),
                registry -> assertThat(root(registry).challenges())
                        .singleElement()
                        .asString()
                        .startsWith("Bearer realm="));
    }

    @Test
    void a_success_at_the_root_may_challenge_as_well() {
        with(List.of(ChallengeManner.ON_SUCCESS), registry -> {
            HttpResponse<String> answer =
                    root(registry).bearer(tokens.token("alice")).send();

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().allValues("WWW-Authenticate"))
                    .containsExactly("bearer realm=" + tokens.realm());
            assertThat(list(registry)
                            .bearer(tokens.token("alice", "repository:team/a:pull"))
                            .challenges())
                    .isEmpty();
        });
    }

    @Test
    void passwords_are_accepted_where_basic_is_offered_for_what_the_user_may() {
        with(List.of(ChallengeManner.BASIC_TOO), registry -> {
            assertThat(list(registry).basic("alice", "secret").status()).isEqualTo(404);
            assertThat(list(registry)
                            .bearer(tokens.token("alice", "repository:team/a:pull"))
                            .status())
                    .isEqualTo(404);
            assertThat(list(registry).basic("alice", "wrong").challenges())
                    .first()
                    .asString()
                    .endsWith("error=\"invalid_token\"");
            assertThat(Call.of("DELETE", registry.uri().resolve("/v2/team/a/manifests/x"))
                            .basic("alice", "secret")
                            .challenges())
                    .first()
                    .asString()
                    .endsWith("error=\"insufficient_scope\"");
        });
    }

    @Test
    void harbor_asks_everybody_for_basic_who_sent_anything() {
        with(List.of(ChallengeManner.BASIC_ONCE_AUTHORIZED, ChallengeManner.BASIC_FOR_CATALOG), registry -> {
            assertThat(list(registry).challenges()).singleElement().asString().startsWith("Bearer ");
            assertThat(list(registry).bearer("expired").challenges()).containsExactly("Basic realm=\"registry.test\"");
            assertThat(catalog(registry).challenges()).containsExactly("Basic realm=\"registry.test\"");
            assertThat(list(registry).basic("alice", "secret").status()).isEqualTo(404);
        });
    }

    @Test
    void deleting_needs_what_the_server_calls_so() {
        with(
                List.of(ChallengeManner.STAR_TO_DELETE),
                registry -> assertThat(delete(registry).challenges())
                        .singleElement()
                        .asString()
                        .endsWith("scope=\"repository:team/a:*\""));
        with(List.of(ChallengeManner.PUSH_TO_DELETE), registry -> {
            assertThat(delete(registry).challenges())
                    .singleElement()
                    .asString()
                    .endsWith("scope=\"repository:team/a:pull,push\"");
            assertThat(delete(registry)
                            .bearer(tokens.token("alice", "repository:team/a:pull,push"))
                            .status())
                    .isEqualTo(404);
        });
    }

    @Test
    void too_little_may_be_forbidden_in_the_place_of_asked_for_again() {
        with(List.of(ChallengeManner.FORBIDDEN), registry -> {
            HttpResponse<String> answer =
                    list(registry).bearer(tokens.token("alice")).send();

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("\"DENIED\"");
            assertThat(answer.headers().allValues("WWW-Authenticate")).isEmpty();
            assertThat(list(registry).bearer("x").status()).isEqualTo(401);
            assertThat(list(registry).status()).isEqualTo(401);
        });
    }

    @Test
    void a_catalog_may_be_empty_or_shortened_for_strangers_and_whole_for_others() {
        with(List.of(ChallengeManner.OPEN_CATALOG, CatalogManner.EMPTY_FOR_ANONYMOUS), registry -> {
            fill(registry);
            assertThat(catalog(registry).send().body()).isEqualTo("{\"repositories\":[]}");
            assertThat(catalog(registry).bearer(tokens.token("alice")).send().body())
                    .isEqualTo("{\"repositories\":[\"public/b\",\"team/a\"]}");
            assertThat(catalog(registry).bearer("x").status()).isEqualTo(401);
        });
        with(List.of(ChallengeManner.FILTERED_CATALOG_UNLESS_AUTHORIZED), registry -> {
            fill(registry);
            assertThat(catalog(registry).send().body()).isEqualTo("{\"repositories\":[\"public/b\"]}");
            assertThat(catalog(registry).bearer(tokens.token("alice")).send().body())
                    .isEqualTo("{\"repositories\":[\"public/b\",\"team/a\"]}");
        });
    }

    @Test
    void a_registry_that_lets_everybody_in_challenges_nobody() throws Exception {
        EmbeddedRegistryBuilder builder = EmbeddedRegistry.builder();
        for (ChallengeManner manner : ChallengeManner.values()) {
            builder.manner(manner);
        }
        try (EmbeddedRegistry registry = builder.start()) {
            assertThat(root(registry).status()).isEqualTo(200);
            assertThat(root(registry).challenges()).isEmpty();
        }
    }

    /** What the names of servers stand for together. */
    @Test
    void known_servers_challenge_in_all_their_manners() throws Exception {
        assertThat(listing(Manners.gitea())).containsExactly("Bearer realm=\"" + tokens.realm() + "\"", "Basic");
        assertThat(listing(Manners.harbor())).singleElement().asString().startsWith("Bearer ");
        assertThat(listing(Manners.gcr())).isEmpty();
        try (EmbeddedRegistry quay = EmbeddedRegistry.builder()
                .manners(Manners.quay())
                .tokenAuth(tokens)
                .start()) {
            fill(quay);
            assertThat(catalog(quay).send().body()).isEqualTo("{\"repositories\":[]}");
        }
    }

    private List<String> listing(Manners server) throws Exception {
        try (EmbeddedRegistry registry =
                EmbeddedRegistry.builder().manners(server).tokenAuth(tokens).start()) {
            return list(registry).challenges();
        }
    }

    private void fill(EmbeddedRegistry registry) {
        String token = tokens.token("alice", "repository:team/a:pull,push", "repository:public/b:pull,push");
        for (String name : List.of("team/a", "public/b")) {
            RegistryFiller.withToken(registry.uri(), token)
                    .push(SampleRepository.named(name)
                            .tag("x", SampleImages.seeded(6).image())
                            .build());
        }
    }

    private void with(List<? extends Manner> manners, Check check) {
        EmbeddedRegistryBuilder builder = EmbeddedRegistry.builder().tokenAuth(tokens);
        manners.forEach(builder::manner);
        try (EmbeddedRegistry registry = builder.start()) {
            check.on(registry);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Call root(EmbeddedRegistry registry) {
        return at(registry, "/v2/");
    }

    private static Call list(EmbeddedRegistry registry) {
        return at(registry, "/v2/team/a/tags/list");
    }

    private static Call catalog(EmbeddedRegistry registry) {
        return at(registry, "/v2/_catalog");
    }

    private static Call at(EmbeddedRegistry registry, String path) {
        return Call.get(registry.uri().resolve(path));
    }

    private static Call delete(EmbeddedRegistry registry) {
        return Call.of("DELETE", registry.uri().resolve("/v2/team/a/manifests/x"));
    }

    private interface Check {
        void on(EmbeddedRegistry registry) throws Exception;
    }
}
