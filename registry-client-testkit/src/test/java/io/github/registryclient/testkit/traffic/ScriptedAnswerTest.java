package io.github.registryclient.testkit.traffic;

import static io.github.registryclient.testkit.traffic.Fault.addHeader;
import static io.github.registryclient.testkit.traffic.Fault.alteredBody;
import static io.github.registryclient.testkit.traffic.Fault.chunked;
import static io.github.registryclient.testkit.traffic.Fault.contentLength;
import static io.github.registryclient.testkit.traffic.Fault.cutAfter;
import static io.github.registryclient.testkit.traffic.Fault.cutAtEnd;
import static io.github.registryclient.testkit.traffic.Fault.cutBeforeHead;
import static io.github.registryclient.testkit.traffic.Fault.cutInHead;
import static io.github.registryclient.testkit.traffic.Fault.delayAfter;
import static io.github.registryclient.testkit.traffic.Fault.delayBefore;
import static io.github.registryclient.testkit.traffic.Fault.delayEvery;
import static io.github.registryclient.testkit.traffic.Fault.header;
import static io.github.registryclient.testkit.traffic.Fault.interim;
import static io.github.registryclient.testkit.traffic.Fault.rawHead;
import static io.github.registryclient.testkit.traffic.Fault.rawHeader;
import static io.github.registryclient.testkit.traffic.Fault.untilClose;
import static io.github.registryclient.testkit.traffic.Fault.withoutHeader;
import static io.github.registryclient.testkit.traffic.RequestPattern.get;
import static io.github.registryclient.testkit.traffic.ScriptedAnswer.nothing;
import static io.github.registryclient.testkit.traffic.ScriptedAnswer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.testkit.EmbeddedRegistry;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a client gets in place of the registry's answer, byte by byte. */
class ScriptedAnswerTest {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nETag: x\r\nContent-Length: 10\r\n";
    private static final Duration PAUSE = Duration.ofMillis(60);

    private final EmbeddedRegistry registry = EmbeddedRegistry.start();

    @AfterEach
    void close() {
        registry.close();
    }

    private String hear(ScriptedAnswer answer) throws IOException {
        registry.script().on(get("/v2/")).answer(answer);
        return RawExchange.exchange(registry, "GET", "/v2/");
    }

    private String hear(Fault fault) throws IOException {
        return hear(status(200).header("ETag", "x").body("0123456789").but(fault));
    }

    private void expectPause(Duration pause, Fault fault) throws IOException {
        long begin = System.nanoTime();
        assertThat(hear(fault)).endsWith("\r\n\r\n0123456789");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(pause);
    }

    @Test
    void status_headers_and_body_are_those_of_the_script() throws IOException {
        assertThat(hear(status(503)
                        .header("Retry-After", "1")
                        .header("Warning", "a")
                        .header("Warning", "b")
                        .body("späte")))
                .isEqualTo("HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nWarning: a\r\nWarning: b\r\n"
                        + "Content-Length: 6\r\n\r\nsp\u00c3\u00a4te");
        assertThat(hear(status(299).body(new byte[] {'o', 'k'}))).endsWith("\r\n\r\nok");
    }

    @Test
    void an_answer_is_late_before_it_and_within_its_body() throws IOException {
        expectPause(PAUSE, delayBefore(PAUSE));
        expectPause(PAUSE, delayAfter(4, PAUSE));
        expectPause(PAUSE.multipliedBy(3), delayEvery(3, PAUSE));
    }

    @Test
    void an_answer_is_cut_before_and_in_its_head_in_its_body_and_after_it() throws IOException {
        assertThat(hear(cutBeforeHead(Ending.CLOSE))).isEmpty();
        assertThat(hear(nothing(Ending.CLOSE))).isEmpty();
        assertThat(hear(cutInHead(20, Ending.CLOSE))).isEqualTo(HEAD.substring(0, 20));
        assertThat(hear(cutAfter(4, Ending.CLOSE))).isEqualTo(HEAD + "\r\n0123");
        assertThat(hear(cutAtEnd(Ending.CLOSE))).isEqualTo(HEAD + "\r\n0123456789");
    }

    @Test
    void a_cut_may_reset_the_connection() {
        assertThatThrownBy(() -> hear(cutBeforeHead(Ending.RESET)))
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
    }

    @Test
    void silence_lasts_until_the_client_goes() throws IOException {
        assertThat(hear(cutAfter(4, Ending.SILENCE))).isEqualTo(HEAD + "\r\n0123");
    }

    @Test
    void the_length_is_a_lie() throws IOException {
        assertThat(hear(contentLength(1000)))
                .isEqualTo("HTTP/1.1 200 OK\r\nETag: x\r\nContent-Length: 1000\r\nConnection: close\r\n\r\n0123456789");
        assertThat(hear(contentLength(4))).endsWith("Content-Length: 4\r\nConnection: close\r\n\r\n0123456789");
    }

    @Test
    void the_framing_is_another_one() throws IOException {
        assertThat(hear(chunked())).endsWith("Transfer-Encoding: chunked\r\n\r\na\r\n0123456789\r\n0\r\n\r\n");
        assertThat(hear(untilClose())).endsWith("ETag: x\r\nConnection: close\r\n\r\n0123456789");
    }

    @Test
    void the_head_is_none_and_its_lines_are_no_headers() throws IOException {
        assertThat(hear(rawHead("ICY 200\n\n"))).isEqualTo("ICY 200\n\n0123456789");
        assertThat(hear(rawHeader("no header"))).contains("\r\nno header\r\n");
    }

    @Test
    void headers_are_replaced_added_and_missing() throws IOException {
        assertThat(hear(header("etag", "y"))).contains("\r\netag: y\r\n").doesNotContain("ETag: x");
        assertThat(hear(addHeader("ETag", "y"))).contains("\r\nETag: x\r\nETag: y\r\n");
        assertThat(hear(withoutHeader("ETAG"))).doesNotContain("ETag");
    }

    @Test
    void interim_answers_come_first() throws IOException {
        assertThat(hear(interim(status(103).header("Link", "</a>")).and(interim(status(100)))))
                .isEqualTo("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n" + HEAD
                        + "\r\n0123456789");
    }

    @Test
    void a_body_is_altered() throws IOException {
        assertThat(hear(alteredBody())).endsWith("Content-Length: 10\r\n\r\n0123446789");
        assertThat(hear(alteredBody(bytes -> new byte[] {bytes[9]}))).endsWith("Content-Length: 1\r\n\r\n9");
    }

    @Test
    void faults_combine() throws IOException {
        assertThat(hear(header("ETag", "y").and(contentLength(7)).and(cutAfter(2, Ending.CLOSE))))
                .isEqualTo("HTTP/1.1 200 OK\r\nETag: y\r\nContent-Length: 7\r\nConnection: close\r\n\r\n01");
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void answers_and_faults_read_as_they_do(Ending ending) {
        assertThat(cutBeforeHead(ending)).hasToString("cut before the head (" + ending + ")");
        assertThat(cutInHead(3, ending)).hasToString("cut after 3 bytes of the head (" + ending + ")");
        assertThat(cutAfter(3, ending)).hasToString("cut after 3 bytes of the body (" + ending + ")");
        assertThat(delayBefore(Duration.ofSeconds(90)).and(cutAtEnd(ending)))
                .hasToString("delayed by 1m30s, cut at the end (" + ending + ")");
        assertThat(nothing(ending)).hasToString("nothing (" + ending + ")");
        assertThat(status(503).header("Retry-After", "1").body("late").but(chunked()))
                .hasToString("503 with Retry-After: 1 and 4 bytes, in chunks");
    }

    @Test
    void no_secret_is_shown() {
        assertThat(status(200).header("Set-Cookie", "s3cret").but(header("Authorization", "Basic s3cret")))
                .hasToString("200 with Set-Cookie: ***, with header Authorization: Basic ***");
        assertThat(addHeader("X-Token", "s3cret")).hasToString("with one more header X-Token: ***");
    }

    @Test
    void what_makes_no_sense_is_refused_where_it_is_scripted() {
        RequestPattern pattern = get("/v2/nobody-asks").withHeader("never");
        try (EmbeddedRegistry own = EmbeddedRegistry.start()) {
            ScriptedRequest line = own.script().on(pattern).always();
            assertThatThrownBy(() -> line.answer(status(0))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> line.answer(status(200).header("a b", "c")))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> line.letThroughBut(delayBefore(PAUSE.negated())))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> line.letThroughBut(cutAfter(-1, Ending.CLOSE)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> line.letThroughBut(contentLength(-1)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> line.letThroughBut(header("a", "b\r\nc")))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> line.letThroughButAnswer(status(1000)))
                    .isInstanceOf(IllegalArgumentException.class);
            line.letThrough();
        }
    }
}
