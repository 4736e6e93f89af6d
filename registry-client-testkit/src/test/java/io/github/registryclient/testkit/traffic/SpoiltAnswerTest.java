package io.github.registryclient.testkit.traffic;

import static io.github.registryclient.testkit.traffic.Fault.alteredBody;
import static io.github.registryclient.testkit.traffic.Fault.cutAfter;
import static io.github.registryclient.testkit.traffic.Fault.cutBeforeHead;
import static io.github.registryclient.testkit.traffic.Fault.header;
import static io.github.registryclient.testkit.traffic.Fault.withoutHeader;
import static io.github.registryclient.testkit.traffic.Fault.wrongDigest;
import static io.github.registryclient.testkit.traffic.RequestPattern.delete;
import static io.github.registryclient.testkit.traffic.RequestPattern.get;
import static io.github.registryclient.testkit.traffic.RequestPattern.head;
import static io.github.registryclient.testkit.traffic.ScriptedAnswer.status;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.name.Digest;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether the registry did what it was asked for, whatever the client heard of it. */
class SpoiltAnswerTest {
    private final EmbeddedRegistry registry = EmbeddedRegistry.start();
    private final SampleManifest image = SampleImages.seeded(11).image();
    private final String manifest = "/v2/team/app/manifests/" + image.digest();

    @BeforeEach
    void fill() {
        RegistryFiller.of(registry.uri())
                .push(SampleRepository.named("team/app").tag("1.0", image).build());
        registry.clearRequests();
    }

    @AfterEach
    void close() {
        registry.close();
    }

    private boolean isStored() {
        return registry.snapshot().repository("team/app").manifests().containsKey(image.digest());
    }

    private static String field(String answer, String name) {
        return answer.lines()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElse("none");
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    @Test
    void a_deletion_is_carried_out_and_nobody_hears_of_it() throws IOException {
        registry.script().on(delete("/v2/**")).letThroughBut(cutBeforeHead(Ending.CLOSE));

        assertThat(RawExchange.exchange(registry, "DELETE", manifest)).isEmpty();

        assertThat(isStored()).isFalse();
        assertThat(registry.requests())
                .hasToString("DELETE " + manifest + " -> no answer, cut before the head (CLOSE)");
        assertThat(registry.requests().all().get(0).status()).isEmpty();
        assertThat(RawExchange.status(registry, "GET", manifest))
                .as("the script is over")
                .isEqualTo(404);
    }

    @Test
    void a_deletion_is_carried_out_and_said_to_have_failed() throws IOException {
        registry.script().on(delete("/v2/**")).letThroughButAnswer(status(503).body("busy"));

        assertThat(RawExchange.exchange(registry, "DELETE", manifest))
                .startsWith("HTTP/1.1 503 ")
                .endsWith("\r\n\r\nbusy");

        assertThat(isStored()).isFalse();
    }

    @Test
    void a_deletion_is_answered_and_never_gets_to_the_registry() throws IOException {
        registry.script().on(delete("/v2/**")).answer(status(202));

        assertThat(RawExchange.status(registry, "DELETE", manifest)).isEqualTo(202);

        assertThat(isStored()).isTrue();
        assertThat(registry.requests()).hasToString("DELETE " + manifest + " -> 202");
    }

    @Test
    void a_digest_lies_and_the_rest_is_true() throws IOException {
        registry.script().on(get("/v2/**")).letThroughBut(wrongDigest());
        registry.script().on(head("/v2/**")).letThroughBut(wrongDigest());

        String got = RawExchange.exchange(registry, "GET", manifest);
        String looked = RawExchange.exchange(registry, "HEAD", manifest);

        String wrong = field(got, "Docker-Content-Digest");
        assertThat(Digest.of(wrong)).isNotEqualTo(image.digest());
        assertThat(wrong)
                .startsWith(image.digest().toString().substring(0, 70))
                .isEqualTo(field(looked, "Docker-Content-Digest"));
        assertThat(body(got)).isEqualTo(new String(image.bytes(), ISO_8859_1));
    }

    @Test
    void a_digest_lies_where_none_was_named() throws IOException {
        registry.script().on(get("/v2/")).letThroughBut(wrongDigest());

        assertThat(field(RawExchange.exchange(registry, "GET", "/v2/"), "Docker-Content-Digest"))
                .matches("sha256:0{64}");
    }

    @Test
    void a_body_is_altered_and_the_digest_stays() throws IOException {
        registry.script().on(get("/v2/**")).times(2).letThroughBut(alteredBody());

        for (int i = 0; i < 2; i++) {
            String answer = RawExchange.exchange(registry, "GET", manifest);

            assertThat(field(answer, "Docker-Content-Digest"))
                    .isEqualTo(image.digest().toString());
            assertThat(body(answer)).hasSize(image.bytes().length).isNotEqualTo(new String(image.bytes(), ISO_8859_1));
        }
        assertThat(body(RawExchange.exchange(registry, "GET", manifest)))
                .as("what is stored is as it was")
                .isEqualTo(new String(image.bytes(), ISO_8859_1));
    }

    @Test
    void headers_of_the_registrys_own_answer_lie_or_are_missing() throws IOException {
        registry.script()
                .on(get("/v2/**"))
                .letThroughBut(header("Content-Type", "text/html").and(withoutHeader("Docker-Content-Digest")));

        String answer = RawExchange.exchange(registry, "GET", manifest);

        assertThat(field(answer, "Content-Type")).isEqualTo("text/html");
        assertThat(field(answer, "Docker-Content-Digest")).isEqualTo("none");
        assertThat(body(answer)).isEqualTo(new String(image.bytes(), ISO_8859_1));
    }

    @Test
    void an_answer_that_is_cut_in_its_body_is_logged_with_its_status() throws IOException {
        registry.script().on(get("/v2/**")).letThroughBut(cutAfter(5, Ending.CLOSE));

        assertThat(body(RawExchange.exchange(registry, "GET", manifest)))
                .isEqualTo(new String(image.bytes(), ISO_8859_1).substring(0, 5));
        assertThat(registry.requests())
                .hasToString("GET " + manifest + " -> 200, cut after 5 bytes of the body (CLOSE)");
    }

    @Test
    void connections_are_accepted_and_read_slowly_until_told_otherwise() throws IOException {
        Duration pause = Duration.ofMillis(80);
        registry.script().acceptDelay(pause).readDelay(pause);
        long begin = System.nanoTime();
        assertThat(RawExchange.status(registry, "GET", "/v2/")).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(pause.multipliedBy(2));

        registry.script()
                .acceptDelay(Duration.ofDays(1))
                .acceptDelay(Duration.ZERO)
                .readDelay(Duration.ZERO);
        assertThat(RawExchange.status(registry, "GET", "/v2/")).isEqualTo(200);
    }
}
