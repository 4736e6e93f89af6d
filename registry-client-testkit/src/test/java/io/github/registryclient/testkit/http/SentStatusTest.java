package io.github.registryclient.testkit.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SentStatusTest {
    private static Response sent(UnaryOperator<Delivery> way) {
        return Response.of(202).delivery(way.apply(Delivery.honest()));
    }

    @Test
    void a_status_is_sent_unless_the_answer_is_cut_before_it_or_its_head_is_none() {
        assertThat(Response.of(202).sentStatus()).hasValue(202);
        assertThat(sent(way -> way.cutAfter(0, Cut.RESET)).sentStatus()).hasValue(202);
        assertThat(sent(way -> way.cutInHead(12, Cut.CLOSE)).sentStatus()).hasValue(202);
        assertThat(sent(way -> way.cutInHead(11, Cut.CLOSE)).sentStatus()).isEmpty();
        assertThat(sent(way -> way.cutBeforeHead(Cut.CLOSE)).sentStatus()).isEmpty();
        assertThat(sent(way -> way.rawHead("HTTP/1.1 418 Teapot\r\n\r\n".getBytes(ISO_8859_1)))
                        .sentStatus())
                .hasValue(418);
        assertThat(sent(way -> way.rawHead("SSH-2.0\r\n".getBytes(ISO_8859_1))).sentStatus())
                .isEmpty();
    }

    @Test
    void a_delivery_says_what_is_not_honest_in_it() {
        assertThat(Delivery.honest()).hasToString("");
        assertThat(Delivery.honest().cutBeforeHead(Cut.RESET)).hasToString("cut before the head (RESET)");
        assertThat(Delivery.honest()
                        .interim(Response.of(103))
                        .delayBefore(Duration.ofMillis(1500))
                        .delayAfter(4, Duration.ofMinutes(2))
                        .delayEvery(2, Duration.ofMillis(20))
                        .contentLength(7)
                        .cutAfter(6, Cut.CLOSE))
                .hasToString("103 first, delayed by 1.5s, delayed by 2m after 4 bytes of the body,"
                        + " delayed by 0.02s every 2 bytes of the body, with Content-Length 7,"
                        + " cut after 6 bytes of the body (CLOSE)");
        assertThat(Delivery.honest().chunked().cutAtEnd(Cut.CLOSE)).hasToString("in chunks, cut at the end (CLOSE)");
        assertThat(Delivery.honest().untilClose().cutInHead(3, Cut.SILENCE))
                .hasToString("without a length, cut after 3 bytes of the head (SILENCE)");
        assertThat(Delivery.honest().rawHead(new byte[0])).hasToString("with a raw head");
    }
}
