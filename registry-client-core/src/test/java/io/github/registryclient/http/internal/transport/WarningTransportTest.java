package io.github.registryclient.http.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.registryclient.http.event.ClientListener;
import io.github.registryclient.http.event.ServerWarning;
import io.github.registryclient.http.internal.address.Origin;
import io.github.registryclient.http.internal.time.Deadline;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The registry's warnings reach listeners and the log once, and never a caller. */
class WarningTransportTest implements ClientListener {
    private static final URI REGISTRY = URI.create("https://registry.example.com/v2/");

    private final List<String> log = new ArrayList<>();
    private List<String> warnings = List.of();
    private final WarningTransport transport =
            new WarningTransport(this::answer, Origin.of(REGISTRY), Events.unlogged(this));

    @Override
    public void warned(ServerWarning warning) {
        assertThat(warning.host()).isEqualTo("registry.example.com");
        log.add(warning.text());
    }

    private Reply answer(Request request, Deadline deadline) {
        HttpHeaders headers = HttpHeaders.of(Map.of("Warning", warnings), (name, value) -> true);
        return new Reply(request, 200, headers, ReplyBody.empty(), 0);
    }

    private void send(URI uri, String... headers) throws InterruptedException {
        warnings = List.of(headers);
        Request request = Request.builder("GET", uri).build();
        assertThat(transport
                        .send(request, Deadline.in(Duration.ofMinutes(1), Clock.systemUTC()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void each_distinct_text_is_reported_once() throws InterruptedException {
        send(REGISTRY, "299 - \"old tag\"", "299 - \"slow down\"");
        send(REGISTRY, "299 - \"slow down\"", "299 - \"old tag\"", "299 - \"moving house\"");

        assertThat(log).containsExactly("old tag", "slow down", "moving house");
    }

    @Test
    void quoted_pairs_are_decoded_and_a_date_behind_is_ignored() throws InterruptedException {
        send(REGISTRY, "299 - \"say \\\"no\\\" to C:\\\\x\" \"Tue, 15 Nov 1994 08:12:31 GMT\"");

        assertThat(log).containsExactly("say \"no\" to C:\\x");
    }

    @Test
    void what_could_deceive_a_terminal_is_escaped_and_the_text_is_cut() throws InterruptedException {
        send(REGISTRY, "299 - \"\u001b[2J" + "x".repeat(4000) + "\"");

        assertThat(log).singleElement().asString().startsWith("\\u001b[2Jxxx").hasSizeLessThan(400);
    }

    @Test
    void another_origin_has_nothing_to_say() throws InterruptedException {
        send(URI.create("https://storage.example.com/blob"), "299 - \"buy more\"");
        send(URI.create("http://registry.example.com/v2/"), "299 - \"buy more\"");

        assertThat(log).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "299",
                "299 - ",
                "299 - \"",
                "299 - \"\"",
                "299 - \"open",
                "299 - \"open\\",
                "199 - \"x\"",
                "299 host \"x\"",
                "299 - x"
            })
    void what_is_no_warning_of_a_registry_is_passed_over(String header) throws InterruptedException {
        send(REGISTRY, header);

        assertThat(log).isEmpty();
    }

    @Test
    void a_warning_of_more_than_4096_bytes_is_passed_over() throws InterruptedException {
        send(REGISTRY, "299 - \"" + "x".repeat(4089) + "\"");
        assertThat(log).isEmpty();
        send(REGISTRY, "299 - \"" + "x".repeat(4088) + "\"");
        assertThat(log).hasSize(1);
    }

    @Test
    void one_header_may_list_several() throws InterruptedException {
        send(
                REGISTRY,
                "299 - \"one, two\", 299 - \"say \\\"three, four\\\"\" \"Tue, 15 Nov 1994 08:12:31 GMT\",,"
                        + " 110 proxy \"stale, 299 - \\\"no\\\"\" ,299 - \"five\"");

        assertThat(log).containsExactly("one, two", "say \"three, four\"", "five");
    }

    @Test
    void what_is_none_in_a_list_hides_no_other() throws InterruptedException {
        send(REGISTRY, "299 - x, 199 - \"y\", , 299 - \"old tag\", 299 - \"open");

        assertThat(log).containsExactly("old tag");
    }

    @Test
    void a_new_text_is_reported_however_many_came_before() throws InterruptedException {
        for (int i = 0; i < 5000; i++) {
            send(REGISTRY, "299 - \"text " + i + "\"");
        }

        assertThat(log).hasSize(5000).endsWith("text 4999");
    }

    @Test
    void one_that_keeps_coming_is_reported_once_and_one_long_unsaid_anew() throws InterruptedException {
        send(REGISTRY, "299 - \"seldom\"");
        for (int i = 0; i < 1500; i++) {
            send(REGISTRY, "299 - \"often\"", "299 - \"text " + i + "\"");
        }
        send(REGISTRY, "299 - \"seldom\"");

        assertThat(log).hasSize(1503).endsWith("seldom").containsOnlyOnce("often");
    }

    @Test
    void a_listener_that_fails_fails_no_call() {
        ClientListener failing = new ClientListener() {
            @Override
            public void warned(ServerWarning warning) {
                throw new IllegalStateException("disk full");
            }
        };
        WarningTransport broken = new WarningTransport(this::answer, Origin.of(REGISTRY), Events.unlogged(failing));
        warnings = List.of("299 - \"old tag\"");

        assertThatCode(() -> broken.send(
                        Request.builder("GET", REGISTRY).build(),
                        Deadline.in(Duration.ofMinutes(1), Clock.systemUTC())))
                .doesNotThrowAnyException();
    }
}
