package io.github.registryclient.testkit.traffic;

import static io.github.registryclient.testkit.traffic.Fault.alteredBody;
import static io.github.registryclient.testkit.traffic.Fault.cutBeforeHead;
import static io.github.registryclient.testkit.traffic.RequestPattern.any;
import static io.github.registryclient.testkit.traffic.RequestPattern.delete;
import static io.github.registryclient.testkit.traffic.RequestPattern.get;
import static io.github.registryclient.testkit.traffic.RequestPattern.head;
import static io.github.registryclient.testkit.traffic.ScriptedAnswer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a test is told by {@code close()} when its script was not kept. */
class FaultyScriptTest {
    private static final String LINE_ADVICE =
            "  - A line marked <-- did not get its requests, so what it stands for was not tested: look why the code under test"
                    + " did not send them, correct the pattern or the number, or say always() where none need come.";
    private static final String UNEXPECTED_ADVICE =
            "  - An unexpected request needs a line, such as on(...).always().letThrough(), or a line that takes it once more;"
                    + " or the code under test should not send it.";

    private final EmbeddedRegistry registry = EmbeddedRegistry.start();
    private final Script script = registry.script();

    private AssertionError closed() {
        return catchThrowableOfType(AssertionError.class, registry::close);
    }

    @Test
    void the_whole_script_is_shown_with_what_came_and_what_to_do() throws IOException {
        script.strict();
        script.on(get("/v2/team/app/tags/list"))
                .times(2)
                .answer(status(503).header("Retry-After", "1").body("busy"));
        script.on(get("/v2/")).always().letThrough();
        script.on(delete("/v2/**").withHeader("Authorization", "Basic *")).letThroughBut(cutBeforeHead(Ending.CLOSE));
        script.on(head("/v2/team/app/manifests/*")).nth(3).letThroughButAnswer(status(500));
        script.on(get("/v2/_catalog").withQuery("n", "5"));
        RawExchange.exchange(registry, "GET", "/v2/team/app/tags/list", "Authorization: Basic c2VudGluZWw6c2VjcmV0");
        RawExchange.exchange(
                registry, "DELETE", "/v2/team/app/manifests/1.0", "Authorization: Basic c2VudGluZWw6c2VjcmV0");
        RawExchange.exchange(registry, "GET", "/v2/_catalog?n=5");
        RawExchange.exchange(registry, "GET", "/v2/_catalog?n=5");
        RawExchange.exchange(registry, "GET", "/token?service=r&token=c2VudGluZWw6c2VjcmV0");

        assertThat(closed())
                .hasMessage(String.join(
                        "\n",
                        "The embedded registry reports: 3 lines of its script were not met;"
                                + " 3 requests were unexpected.",
                        "",
                        "The script (strict: nothing else may come):",
                        "  1. GET /v2/team/app/tags/list, 2 times: answer 503 with Retry-After: 1 and 4 bytes",
                        "       came 1 time, 1 missing   <--",
                        "  2. GET /v2/, always: let through",
                        "       came 0 times",
                        "  3. DELETE /v2/** with header Authorization: Basic *, 1 time: let through, but cut before the head"
                                + " (CLOSE)",
                        "       came 1 time",
                        "  4. HEAD /v2/team/app/manifests/*, the 3rd only: let through, but answer 500",
                        "       came 0 times, the 3rd is missing   <--",
                        "  5. GET /v2/_catalog with query n=5, 1 time: ?",
                        "       not finished: say answer(...) or letThrough...(...)   <--",
                        "",
                        "Unexpected, and answered with 500:",
                        "  GET /v2/_catalog?n=5, 2 times",
                        "  GET /token?service=r&token=***",
                        "",
                        "What came (5 requests):",
                        "  GET /v2/team/app/tags/list -> 503",
                        "  DELETE /v2/team/app/manifests/1.0 -> no answer, cut before the head (CLOSE)",
                        "  GET /v2/_catalog?n=5 -> 500",
                        "  GET /v2/_catalog?n=5 -> 500",
                        "  GET /token?service=r&token=*** -> 500",
                        "",
                        "What to do:",
                        LINE_ADVICE,
                        UNEXPECTED_ADVICE));
    }

    @Test
    void a_line_that_was_never_met_fails_though_nothing_else_went_wrong() {
        script.on(get("/v2/")).answer(status(503));

        assertThat(closed())
                .hasMessage(String.join(
                        "\n",
                        "The embedded registry reports: 1 line of its script was not met.",
                        "",
                        "The script:",
                        "  1. GET /v2/, 1 time: answer 503",
                        "       came 0 times, 1 missing   <--",
                        "",
                        "No request came.",
                        "",
                        "What to do:",
                        LINE_ADVICE));
    }

    @Test
    void a_line_that_was_refused_where_it_was_said_is_not_reported_again() throws IOException {
        Fault nonsense = Fault.of("mine", answer -> {
            throw new IllegalArgumentException("nonsense");
        });

        assertThatThrownBy(() -> script.on(get("/v2/")).answer(status(200).header("no name", "x")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> script.on(get("/v2/")).letThroughBut(nonsense)).hasMessage("nonsense");
        assertThatThrownBy(() ->
                        script.on(get("/v2/")).letThroughButAnswer(status(200).but(nonsense)))
                .hasMessage("nonsense");
        assertThatThrownBy(() -> script.on(get("/v2/")).times(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> script.on(get("/v2/")).always().nth(2)).isInstanceOf(IllegalStateException.class);

        assertThat(RawExchange.status(registry, "GET", "/v2/")).isEqualTo(200);
        assertThatCode(registry::close).doesNotThrowAnyException();
    }

    @Test
    void a_line_that_was_ended_stays_though_it_cannot_be_ended_twice() {
        ScriptedRequest line = script.on(get("/v2/"));
        line.answer(status(503));

        assertThatThrownBy(line::letThrough).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(line::always).isInstanceOf(IllegalStateException.class);

        assertThat(closed()).hasMessageContaining("came 0 times, 1 missing   <--");
    }

    @Test
    void a_registry_is_filled_before_its_script_becomes_strict() throws IOException {
        SampleImages images = SampleImages.seeded(3);
        RegistryFiller.of(registry.uri())
                .push(SampleRepository.named("a").tag("1", images.image()).build());
        registry.clearRequests();
        script.strict().on(get("/v2/a/tags/list")).letThrough();

        assertThat(RawExchange.status(registry, "GET", "/v2/a/tags/list")).isEqualTo(200);

        assertThat(registry.requests().size()).isEqualTo(1);
        assertThatCode(registry::close).doesNotThrowAnyException();
    }

    @Test
    void a_strict_script_answers_what_is_unexpected_with_the_script() throws IOException {
        script.strict().on(get("/v2/")).letThrough();
        RawExchange.exchange(registry, "GET", "/v2/");

        assertThat(RawExchange.exchange(registry, "GET", "/v2/?access_token=s3cret"))
                .startsWith("HTTP/1.1 500 ")
                .contains("Content-Type: text/plain; charset=utf-8\r\n")
                .endsWith(
                        "\r\n\r\nunexpected request: GET /v2/?access_token=***\nno line of the script is left for it\n\n"
                                + "The script (strict: nothing else may come):\n  1. GET /v2/, 1 time: let through\n"
                                + "       matched 2 requests, took 1\n");
        assertThat(closed()).hasMessageContaining("1 request was unexpected.");
    }

    @Test
    void a_line_says_how_many_it_took_where_more_matched() throws IOException {
        script.on(get("/v2/")).times(2).answer(status(503));
        script.on(get("/v2/")).nth(2).answer(status(502));
        script.on(get("/v2/")).always().answer(status(501));
        script.on(get("/v2/never")).answer(status(500));
        for (int i = 0; i < 5; i++) {
            RawExchange.exchange(registry, "GET", "/v2/");
        }

        assertThat(closed())
                .hasMessageContaining("  1. GET /v2/, 2 times: answer 503\n       matched 5 requests, took 2\n")
                .hasMessageContaining("  2. GET /v2/, the 2nd only: answer 502\n       matched 3 requests, took 1\n")
                .hasMessageContaining("  3. GET /v2/, always: answer 501\n       came 2 times\n");
    }

    @Test
    void a_strict_script_without_lines_allows_nothing() throws IOException {
        script.strict();
        RawExchange.exchange(registry, "GET", "/v2/");
        assertThat(closed()).hasMessageContaining("The script (strict: nothing else may come):\n  (no lines)\n");
    }

    @Test
    void many_requests_are_told_by_the_last_and_many_unexpected_ones_by_the_first() throws IOException {
        script.strict();
        for (int i = 0; i < 60; i++) {
            RawExchange.exchange(registry, "GET", "/v2/" + i);
        }

        assertThat(closed())
                .hasMessageContaining("60 requests were unexpected")
                .hasMessageContaining("\n  GET /v2/0\n")
                .hasMessageContaining("\n  GET /v2/49\n  and 10 more\n")
                .hasMessageContaining("What came (60 requests, the last 20):\n  GET /v2/40 -> 500\n");
    }

    @Test
    void a_script_that_was_kept_says_nothing() throws IOException {
        script.strict()
                .on(get("/v2/"))
                .times(2)
                .letThrough()
                .on(any("/**"))
                .always()
                .answer(status(404));
        RawExchange.exchange(registry, "GET", "/v2/");
        RawExchange.exchange(registry, "GET", "/v2/");

        assertThatCode(registry::close).doesNotThrowAnyException();
    }

    @Test
    void all_is_closed_when_close_throws_and_it_throws_once_only() {
        script.on(get("/v2/")).answer(status(503));

        assertThat(closed()).isNotNull();

        assertThatThrownBy(() -> RawExchange.exchange(registry, "GET", "/v2/")).isInstanceOf(ConnectException.class);
        assertThatCode(registry::close).doesNotThrowAnyException();
    }

    @Test
    void a_folder_is_free_when_close_threw(@TempDir Path folder) {
        EmbeddedRegistry own = EmbeddedRegistry.builder().folder(folder).start();
        own.script().on(get("/v2/")).answer(status(503));

        assertThatThrownBy(own::close).isInstanceOf(AssertionError.class);

        assertThatCode(() -> EmbeddedRegistry.builder().folder(folder).start().close())
                .doesNotThrowAnyException();
    }

    @Test
    void the_failure_of_a_test_is_kept_and_that_of_the_script_is_added_to_it() {
        IllegalStateException failure = new IllegalStateException("the test's own");

        assertThatThrownBy(() -> {
                    try (EmbeddedRegistry own = registry) {
                        own.script().on(get("/v2/")).answer(status(503));
                        throw failure;
                    }
                })
                .isSameAs(failure);

        assertThat(failure.getSuppressed())
                .singleElement()
                .isInstanceOfSatisfying(
                        AssertionError.class, error -> assertThat(error).hasMessageContaining("1 line of its script"));
    }

    @Test
    void a_failure_of_the_registry_itself_is_told_with_its_cause() throws IOException {
        IllegalStateException bug = new IllegalStateException("a bug");
        script.on(get("/v2/")).times(2).letThroughBut(alteredBody(bytes -> {
            throw bug;
        }));
        assertThat(RawExchange.status(registry, "GET", "/v2/")).isEqualTo(500);
        assertThat(RawExchange.status(registry, "GET", "/v2/")).isEqualTo(500);

        assertThat(closed())
                .hasCause(bug)
                .hasMessageStartingWith("The embedded registry reports: it failed itself 2 times.\n\nThe script:\n")
                .hasMessageContaining("The registry's own failure is the cause of this error");
    }
}
