package io.github.registryclient.testkit.traffic;

import static io.github.registryclient.testkit.traffic.RequestPattern.any;
import static io.github.registryclient.testkit.traffic.RequestPattern.get;
import static io.github.registryclient.testkit.traffic.ScriptedAnswer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.testkit.EmbeddedRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which line of a script takes which request. */
class ScriptTest {
    private final EmbeddedRegistry registry = EmbeddedRegistry.start();
    private final Script script = registry.script();

    @AfterEach
    void close() {
        registry.close();
    }

    private List<Integer> statuses(int requests) throws IOException {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            statuses.add(RawExchange.status(registry, "GET", "/v2/"));
        }
        return statuses;
    }

    @Test
    void a_line_takes_one_request_unless_told_otherwise() throws IOException {
        script.on(get("/v2/")).answer(status(503));
        assertThat(statuses(3)).containsExactly(503, 200, 200);
    }

    @Test
    void a_line_takes_so_many_requests() throws IOException {
        script.on(get("/v2/")).times(2).answer(status(503));
        assertThat(statuses(4)).containsExactly(503, 503, 200, 200);
    }

    @Test
    void a_line_takes_all_requests() throws IOException {
        script.on(get("/v2/")).always().answer(status(503));
        assertThat(statuses(3)).containsExactly(503, 503, 503);
    }

    @Test
    void a_line_takes_one_of_many_only() throws IOException {
        script.on(get("/v2/")).nth(3).answer(status(503));
        assertThat(statuses(5)).containsExactly(200, 200, 503, 200, 200);
    }

    @Test
    void lines_take_their_turn() throws IOException {
        script.on(get("/v2/")).times(2).answer(status(503));
        script.on(get("/v2/")).answer(status(429));
        script.on(get("/v2/")).nth(2).answer(status(500));
        script.on(any("/v2/**")).always().answer(status(418));
        assertThat(statuses(6)).containsExactly(503, 503, 429, 418, 500, 418);
    }

    @Test
    void other_requests_get_to_the_registry() throws IOException {
        script.on(get("/v2/_catalog").withQuery("n", "1")).always().answer(status(503));
        assertThat(statuses(1)).containsExactly(200);
        assertThat(RawExchange.status(registry, "GET", "/v2/_catalog")).isEqualTo(200);
        assertThat(RawExchange.status(registry, "GET", "/v2/_catalog?n=1")).isEqualTo(503);
    }

    @Test
    void a_script_may_be_there_before_the_first_request() throws IOException {
        try (EmbeddedRegistry own = EmbeddedRegistry.builder()
                .script(lines -> lines.on(get("/v2/")).answer(status(503)))
                .script(lines -> lines.on(get("/v2/")).answer(status(429)))
                .start()) {
            assertThat(RawExchange.status(own, "GET", "/v2/")).isEqualTo(503);
            assertThat(RawExchange.status(own, "GET", "/v2/")).isEqualTo(429);
        }
    }

    @Test
    void of_many_requests_at_once_a_line_takes_exactly_its_number() throws Exception {
        script.on(get("/v2/")).times(50).answer(status(503));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Integer> statuses = new ArrayList<>();
        try {
            Callable<Integer> one = () -> RawExchange.status(registry, "GET", "/v2/");
            for (Future<Integer> status : threads.invokeAll(Collections.nCopies(120, one))) {
                statuses.add(status.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(statuses).filteredOn(status -> status == 503).hasSize(50);
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(70);
    }

    @Test
    void a_line_says_one_thing_only() {
        ScriptedRequest line = script.on(get("/nobody/asks")).always();

        assertThatThrownBy(() -> line.times(2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the line takes always, so not 2 times");
        line.letThrough();
        assertThatThrownBy(() -> line.answer(status(200)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the line does 'let through', so not 'answer 200'");
        assertThatThrownBy(line::always).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void numbers_and_pauses_that_make_no_sense_are_refused() {
        ScriptedRequest line = script.on(get("/nobody/asks"));
        assertThatThrownBy(() -> line.times(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> line.nth(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> script.acceptDelay(Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> script.readDelay(Duration.ofMillis(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatCode(() -> line.always().letThrough()).doesNotThrowAnyException();
    }
}
