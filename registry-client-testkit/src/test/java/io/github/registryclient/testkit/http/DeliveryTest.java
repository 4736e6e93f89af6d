package io.github.registryclient.testkit.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a server may do instead of answering honestly, seen from the other end of the socket. */
class DeliveryTest {
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n";
    private static final String BODY = "0123456789";
    private static final Duration PAUSE = Duration.ofMillis(60);
    private static final Duration FOREVER = Duration.ofDays(1000);

    private final List<Throwable> failures = new ArrayList<>();
    private HttpServer server = Echo.start();

    @AfterEach
    void stop() {
        server.close();
        assertThat(failures).isEmpty();
    }

    private RawClient ask(UnaryOperator<Delivery> way) throws IOException {
        server.close();
        Response response = Response.of(200).body(BODY.getBytes(ISO_8859_1)).delivery(way.apply(Delivery.honest()));
        server = HttpServer.start(
                request -> response, HttpServerOptions.defaults().onFailure(failures::add));
        RawClient client = new RawClient(server);
        client.send(REQUEST);
        return client;
    }

    private static void expectPause(Duration pause, long begin) {
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(pause);
    }

    @Test
    void a_delay_comes_before_the_first_byte() throws IOException {
        long begin = System.nanoTime();
        try (RawClient client = ask(way -> way.delayBefore(PAUSE))) {
            client.next(1);
            expectPause(PAUSE, begin);
            client.finish();
            assertThat(client.rest()).endsWith("\r\n\r\n" + BODY);
        }
    }

    @Test
    void all_that_comes_before_a_delay_in_the_body_is_sent_before() throws IOException {
        try (RawClient client = ask(way -> way.delayAfter(0, FOREVER))) {
            assertThat(client.head()).isEqualTo(HEAD + "\r\n");
            assertThat(client.hasMore()).isFalse();
        }
        try (RawClient client = ask(way -> way.delayAfter(4, FOREVER))) {
            assertThat(client.head()).isEqualTo(HEAD + "\r\n");
            assertThat(client.next(4)).isEqualTo("0123");
            assertThat(client.hasMore()).isFalse();
        }
    }

    @Test
    void delays_in_the_body_add_up_and_the_rest_follows() throws IOException {
        long begin = System.nanoTime();
        try (RawClient client = ask(way -> way.delayAfter(4, PAUSE).delayAfter(0, PAUSE))) {
            assertThat(client.head()).isEqualTo(HEAD + "\r\n");
            assertThat(client.next(10)).isEqualTo(BODY);
            expectPause(PAUSE.multipliedBy(2), begin);
        }
    }

    @Test
    void a_body_may_come_in_drops() throws IOException {
        long begin = System.nanoTime();
        try (RawClient client = ask(way -> way.delayEvery(3, Duration.ofMillis(20)))) {
            client.finish();
            assertThat(client.rest()).endsWith("\r\n\r\n" + BODY);
            expectPause(Duration.ofMillis(60), begin);
        }
    }

    @Test
    void drops_are_chunks_where_there_are_chunks() throws IOException {
        try (RawClient client = ask(way -> way.chunked().delayEvery(4, Duration.ofMillis(1)))) {
            client.finish();
            assertThat(client.rest()).endsWith("\r\n\r\n4\r\n0123\r\n4\r\n4567\r\n2\r\n89\r\n0\r\n\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Cut.class, names = "RESET", mode = EnumSource.Mode.EXCLUDE)
    void nothing_may_come_at_all(Cut cut) throws IOException {
        try (RawClient client = ask(way -> way.cutBeforeHead(cut))) {
            client.finish();
            assertThat(client.rest()).isEmpty();
        }
    }

    @Test
    void a_connection_may_be_reset() throws IOException {
        try (RawClient client = ask(way -> way.cutBeforeHead(Cut.RESET))) {
            assertThatThrownBy(client::rest).isInstanceOf(SocketException.class).hasMessageContaining("reset");
        }
    }

    @Test
    void a_server_may_fall_silent_and_stay_so_until_the_client_goes() throws IOException {
        try (RawClient client = ask(way -> way.cutAfter(4, Cut.SILENCE))) {
            assertThat(client.head()).isEqualTo(HEAD + "\r\n");
            assertThat(client.next(4)).isEqualTo("0123");
            client.send(REQUEST);
            assertThat(client.hasMore()).isFalse();
            assertThat(server.openConnections()).isEqualTo(1);
            client.finish();
            assertThat(client.rest()).isEmpty();
        }
    }

    @Test
    void a_head_may_be_cut() throws IOException {
        try (RawClient client = ask(way -> way.cutInHead(20, Cut.CLOSE))) {
            assertThat(client.rest()).isEqualTo(HEAD.substring(0, 20));
        }
        try (RawClient client = ask(way -> way.cutInHead(1000, Cut.CLOSE))) {
            assertThat(client.rest()).isEqualTo(HEAD + "\r\n");
        }
    }

    @Test
    void a_body_may_be_cut() throws IOException {
        try (RawClient client = ask(way -> way.cutAfter(0, Cut.CLOSE))) {
            assertThat(client.rest()).isEqualTo(HEAD + "\r\n");
        }
        try (RawClient client = ask(way -> way.cutAfter(9, Cut.CLOSE))) {
            assertThat(client.rest()).isEqualTo(HEAD + "\r\n012345678");
        }
    }

    @Test
    void chunks_may_be_cut_before_the_last_one() throws IOException {
        try (RawClient client = ask(way -> way.chunked().cutAfter(4, Cut.CLOSE))) {
            assertThat(client.rest()).endsWith("\r\n\r\n4\r\n0123\r\n");
        }
        try (RawClient client = ask(way -> way.chunked().cutAfter(100, Cut.CLOSE))) {
            assertThat(client.rest()).endsWith("\r\n\r\na\r\n0123456789\r\n");
        }
    }

    @Test
    void a_cut_waits_for_its_delay() throws IOException {
        long begin = System.nanoTime();
        try (RawClient client = ask(way -> way.delayAfter(4, PAUSE).cutAfter(4, Cut.CLOSE))) {
            assertThat(client.rest()).isEqualTo(HEAD + "\r\n0123");
            expectPause(PAUSE, begin);
        }
    }

    @Test
    void a_connection_may_end_unannounced_after_the_answer() throws IOException {
        try (RawClient client = ask(way -> way.cutAtEnd(Cut.CLOSE))) {
            client.send(REQUEST);
            assertThat(client.rest()).isEqualTo(HEAD + "\r\n" + BODY);
        }
    }

    @Test
    void a_length_may_be_a_lie() throws IOException {
        for (int length : new int[] {0, 4, 1000}) {
            try (RawClient client = ask(way -> way.contentLength(length))) {
                assertThat(client.rest())
                        .isEqualTo("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\nConnection: close\r\n\r\n"
                                + BODY);
            }
        }
    }

    @Test
    void a_length_told_to_head_may_be_a_lie_and_the_connection_lasts() throws IOException {
        Response response = Response.of(200).delivery(Delivery.honest().contentLength(7));
        try (HttpServer own = HttpServer.start(request -> response, HttpServerOptions.defaults())) {
            String head = "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n";
            String request = REQUEST.replace("GET", "HEAD");
            assertThat(RawClient.exchange(own, request + request)).isEqualTo(head + head);
        }
    }

    @Test
    void the_end_of_the_connection_may_be_all_that_ends_the_body() throws IOException {
        try (RawClient client = ask(Delivery::untilClose)) {
            assertThat(client.rest()).isEqualTo("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + BODY);
        }
    }

    @Test
    void a_head_may_be_anything_and_the_body_follows_as_it_is() throws IOException {
        try (RawClient client = ask(way -> way.rawHead("ICY 200 \0\n\n".getBytes(ISO_8859_1)))) {
            assertThat(client.rest()).isEqualTo("ICY 200 \0\n\n" + BODY);
        }
    }

    @Test
    void chunks_may_be_a_lie_in_a_raw_head() throws IOException {
        String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        try (RawClient client =
                ask(way -> way.rawHead(head.getBytes(ISO_8859_1)).cutAfter(3, Cut.CLOSE))) {
            assertThat(client.rest()).isEqualTo(head + "012");
        }
    }

    @Test
    void interim_answers_come_first() throws IOException {
        Response hints = Response.of(103).header("Link", "</a>");
        try (RawClient client = ask(way -> way.interim(Response.of(100)).interim(hints))) {
            assertThat(client.head()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            assertThat(client.head()).isEqualTo("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n");
            assertThat(client.head()).isEqualTo(HEAD + "\r\n");
        }
    }

    @Test
    void interim_answers_do_not_wait_for_the_answer() throws IOException {
        try (RawClient client = ask(way -> way.interim(Response.of(103)).delayBefore(FOREVER))) {
            assertThat(client.head()).isEqualTo("HTTP/1.1 103 Early Hints\r\n\r\n");
            assertThat(client.hasMore()).isFalse();
        }
    }

    @Test
    void what_makes_no_sense_is_refused_where_it_is_said() {
        Delivery honest = Delivery.honest();
        Duration negative = Duration.ofMillis(-1);
        assertThatThrownBy(() -> honest.delayBefore(negative)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> honest.delayAfter(-1, PAUSE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> honest.delayEvery(0, PAUSE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> honest.cutAfter(-1, Cut.CLOSE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> honest.contentLength(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
