package io.github.registryclient.testkit.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.sample.RandomRegistry;
import io.github.registryclient.testkit.sample.RegistryFiller;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultyProxyTest {
    private static final String TAGS = "/v2/team/app/tags/list";
    private static final int ROUNDS = 25;
    private static final Pattern DATE = Pattern.compile("Date: [^\r]*\r\n");

    private EmbeddedRegistry registry;

    @BeforeEach
    void start() {
        registry = EmbeddedRegistry.start();
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    /** All that comes back until the end, or until nothing comes for a while. */
    private static String raw(URI server, String request, int patienceMillis) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            socket.setSoTimeout(patienceMillis);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            StringBuilder answer = new StringBuilder();
            try {
                InputStream in = socket.getInputStream();
                for (int next = in.read(); next >= 0; next = in.read()) {
                    answer.append((char) next);
                }
            } catch (IOException ended) {
                answer.append("<").append(ended.getClass().getSimpleName()).append(">");
            }
            return DATE.matcher(answer).replaceAll("");
        }
    }

    private static String ask(URI server, String line) throws IOException {
        return raw(server, line + " HTTP/1.1\r\nHost: r\r\nConnection: close\r\n\r\n", 60_000);
    }

    @Test
    void a_proxy_without_faults_passes_pushes_and_answers_on_as_they_are() throws IOException {
        RandomRegistry random = RandomRegistry.of(7);
        try (FaultyProxy proxy = FaultyProxy.start(registry.uri(), FaultPlan.seeded(1));
                EmbeddedRegistry direct = EmbeddedRegistry.start()) {
            RegistryFiller.of(proxy.uri()).pushAll(random.repositories());
            RegistryFiller.of(direct.uri()).pushAll(random.repositories());

            assertThat(registry.snapshot()).isEqualTo(direct.snapshot());
            String name = random.repositories().get(0).name().toString();
            for (String line : List.of(
                    "GET /v2/",
                    "GET /v2/_catalog?n=1",
                    "GET /v2/" + name + "/tags/list",
                    "HEAD /v2/" + name + "/manifests/none",
                    "DELETE /v2/" + name + "/manifests/sha256:" + "0".repeat(64))) {
                assertThat(ask(proxy.uri(), line)).isEqualTo(ask(direct.uri(), line));
            }
            assertThat(proxy.requests())
                    .hasSameSizeAs(registry.requests().all())
                    .allMatch(ProxiedRequest::isForwarded)
                    .allMatch(request -> request.fault().isEmpty());
            assertThat(proxy.failures()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void the_registry_gets_what_the_kind_says_that_it_gets(FaultKind kind) throws IOException {
        FaultPlan plan = FaultPlan.seeded(3).with(kind, 1).pause(Duration.ofMillis(1));
        try (FaultyProxy proxy = FaultyProxy.start(registry.uri(), plan)) {
            String request = "GET " + TAGS + " HTTP/1.1\r\nHost: r\r\nConnection: close\r\n\r\n";
            for (int i = 0; i < ROUNDS; i++) {
                raw(proxy.uri(), request, kind == FaultKind.ANSWER_SILENT ? 20 : 60_000);
            }
            assertThat(registry.requests().size()).isEqualTo(kind.reachesRegistry() ? ROUNDS : 0);
            assertThat(proxy.requests()).hasSize(ROUNDS).allSatisfy(one -> {
                assertThat(one.fault()).contains(kind);
                assertThat(one.isForwarded()).isEqualTo(kind.reachesRegistry());
                assertThat(one.registryStatus())
                        .isEqualTo(kind.reachesRegistry() ? OptionalInt.of(404) : OptionalInt.empty());
            });
            assertThat(proxy.failures()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UNAUTHORIZED, 401",
        "FORBIDDEN, 403",
        "REQUEST_TIMEOUT, 408",
        "TOO_MANY_REQUESTS, 429",
        "SERVER_ERROR, 500",
        "BAD_GATEWAY, 502",
        "UNAVAILABLE, 503",
        "GATEWAY_TIMEOUT, 504",
    })
    void a_refusal_has_its_status(FaultKind kind, int status) throws IOException {
        try (FaultyProxy proxy =
                FaultyProxy.start(registry.uri(), FaultPlan.seeded(5).with(kind, 1))) {
            for (int i = 0; i < ROUNDS; i++) {
                assertThat(ask(proxy.uri(), "GET /v2/")).startsWith("HTTP/1.1 " + status + " ");
            }
        }
    }

    @Test
    void a_run_is_repeated_from_its_seed() throws IOException {
        FaultPlan plan = FaultPlan.seeded(99);
        for (FaultKind kind : FaultKind.values()) {
            if (kind != FaultKind.ANSWER_SILENT) {
                plan = plan.with(kind, 0.04);
            }
        }
        try (FaultyProxy first = FaultyProxy.start(registry.uri(), plan);
                FaultyProxy second = FaultyProxy.start(registry.uri(), plan)) {
            for (int i = 0; i < 60; i++) {
                String line = "GET /v2/r" + i % 20 + "/tags/list";
                String heard = ask(first.uri(), line);
                ask(second.uri(), "GET /v2/other" + i); // does not move the others
                assertThat(ask(second.uri(), line).replace("<SocketException>", ""))
                        .isEqualTo(heard.replace("<SocketException>", ""));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"BODY_SHORT", "BODY_DOUBLED", "BODY_FLIPPED", "LENGTH_WRONG", "ANSWER_CUT"})
    void damage_shows(FaultKind kind) throws IOException {
        String honest = ask(registry.uri(), "GET /v2/_catalog");
        try (FaultyProxy proxy =
                FaultyProxy.start(registry.uri(), FaultPlan.seeded(6).with(kind, 1))) {
            for (int i = 0; i < ROUNDS; i++) {
                assertThat(ask(proxy.uri(), "GET /v2/_catalog")).isNotEqualTo(honest);
            }
        }
    }

    @Test
    void a_throttled_answer_is_whole() throws IOException {
        FaultPlan plan = FaultPlan.seeded(6).with(FaultKind.THROTTLED, 1);
        try (FaultyProxy proxy = FaultyProxy.start(registry.uri(), plan)) {
            assertThat(ask(proxy.uri(), "GET /v2/_catalog")).isEqualTo(ask(registry.uri(), "GET /v2/_catalog"));
        }
    }

    @Test
    void lost_credentials_do_not_reach_the_registry_and_are_not_shown() throws IOException {
        try (EmbeddedRegistry guarded =
                        EmbeddedRegistry.builder().htpasswd("ann", "hush-hush").start();
                FaultyProxy proxy =
                        FaultyProxy.start(guarded.uri(), FaultPlan.seeded(1).with(FaultKind.CREDENTIALS_LOST, 1))) {
            String answer = raw(
                    proxy.uri(),
                    "GET /v2/ HTTP/1.1\r\nHost: r\r\nAuthorization: Basic YW5uOmh1c2gtaHVzaA==\r\nConnection: close\r\n\r\n",
                    60_000);
            assertThat(answer).startsWith("HTTP/1.1 401 ").contains("WWW-Authenticate: Basic");
            assertThat(guarded.requests().all())
                    .allMatch(request -> request.headers().get("Authorization") == null);
            assertThat(proxy.requests().toString()).doesNotContain("hush", "YW5u");
        }
    }

    @Test
    void an_event_happens_before_the_registry_is_asked() throws IOException {
        AtomicInteger asked = new AtomicInteger(-1);
        FaultPlan plan = FaultPlan.seeded(1)
                .event("look", 1, () -> asked.set((int) registry.requests().size()));
        try (FaultyProxy proxy = FaultyProxy.start(registry.uri(), plan)) {
            ask(proxy.uri(), "GET /v2/");
            assertThat(asked).hasValue(0);
            assertThat(proxy.requests())
                    .singleElement()
                    .satisfies(one -> assertThat(one.events()).containsExactly("look"));
        }
    }

    @Test
    void a_failing_event_is_told() throws IOException {
        FaultPlan plan = FaultPlan.seeded(1).event("break", 1, () -> {
            throw new IllegalStateException("broken");
        });
        try (FaultyProxy proxy = FaultyProxy.start(registry.uri(), plan)) {
            assertThat(ask(proxy.uri(), "GET /v2/")).startsWith("HTTP/1.1 500 ");
            assertThat(proxy.failures()).singleElement().isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void a_registry_that_is_gone_is_a_bad_gateway() throws IOException {
        try (FaultyProxy proxy = FaultyProxy.start(registry.uri(), FaultPlan.seeded(1))) {
            ask(proxy.uri(), "GET /v2/");
            registry.close();
            assertThat(ask(proxy.uri(), "GET /v2/")).startsWith("HTTP/1.1 502 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1:5000", "http://127.0.0.1", "127.0.0.1:5000"})
    void only_plain_http_with_a_port_is_taken(String registryUrl) {
        URI uri = URI.create(registryUrl.startsWith("127") ? "//" + registryUrl : registryUrl);
        FaultPlan plan = FaultPlan.seeded(1);
        assertThatThrownBy(() -> FaultyProxy.start(uri, plan)).isInstanceOf(IllegalArgumentException.class);
    }
}
