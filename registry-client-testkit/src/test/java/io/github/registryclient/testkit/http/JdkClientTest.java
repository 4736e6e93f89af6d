package io.github.registryclient.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that others wrote understands the server, and is understood. */
class JdkClientTest {
    private static final byte[] LARGE = large();

    private static HttpServer server;
    private static HttpClient client;

    @BeforeAll
    static void start() {
        server = HttpServer.start(JdkClientTest::handle, HttpServerOptions.defaults());
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static byte[] large() {
        byte[] bytes = new byte[3_000_000];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static Response handle(Request request) throws IOException {
        Response large = Response.of(200).body(LARGE);
        switch (request.path()) {
            case "/large":
                return large;
            case "/chunked":
                return large.delivery(Delivery.honest().chunked());
            case "/until-close":
                return large.delivery(Delivery.honest().untilClose());
            case "/short":
                return large.delivery(Delivery.honest().contentLength(LARGE.length + 1));
            case "/cut":
                return large.delivery(Delivery.honest().cutAfter(1_000_000, Cut.CLOSE));
            case "/cut-chunks":
                return large.delivery(Delivery.honest().chunked().cutAfter(1_000_000, Cut.CLOSE));
            case "/unknown":
                return Response.of(200).body(new Unknown());
            default:
                return Response.of(Integer.parseInt(request.path().substring(1)))
                        .header("Seen", request.method())
                        .body(request.body().readAllBytes());
        }
    }

    private static final class Unknown implements Body {
        @Override
        public long length() {
            return -1;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(LARGE);
        }
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/large", "/chunked", "/until-close", "/unknown"})
    void every_framing_gives_the_same_bytes(String path) throws Exception {
        assertThat(client.send(to(path).build(), BodyHandlers.ofByteArray()).body())
                .isEqualTo(LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/large", "/chunked", "/until-close", "/unknown", "/204", "/304"})
    void head_is_answered_without_a_body_and_the_next_request_is_understood(String path) throws Exception {
        HttpRequest head = to(path).method("HEAD", BodyPublishers.noBody()).build();
        for (int i = 0; i < 3; i++) {
            assertThat(client.send(head, BodyHandlers.ofByteArray()).body()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/short", "/cut", "/cut-chunks"})
    void a_lie_is_noticed(String path) {
        assertThatThrownBy(() -> client.send(to(path).build(), BodyHandlers.ofByteArray()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void bodies_are_understood_with_a_length_in_chunks_and_when_waited_for() throws Exception {
        List<HttpRequest> requests = List.of(
                to("/201").PUT(BodyPublishers.ofByteArray(LARGE)).build(),
                to("/201")
                        .PUT(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(LARGE)))
                        .build(),
                to("/201")
                        .PUT(BodyPublishers.ofByteArray(LARGE))
                        .expectContinue(true)
                        .build());
        for (HttpRequest request : requests) {
            HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.body()).isEqualTo(LARGE);
            assertThat(answer.headers().firstValue("seen")).contains("PUT");
        }
    }

    @Test
    void many_requests_at_once_get_their_own_answers() {
        List<CompletableFuture<String>> answers = IntStream.range(0, 2000)
                .mapToObj(i -> client.sendAsync(
                                to("/200")
                                        .PUT(BodyPublishers.ofString("body " + i))
                                        .build(),
                                BodyHandlers.ofString())
                        .thenApply(HttpResponse::body))
                .collect(Collectors.toList());
        List<String> bodies = new ArrayList<>();
        answers.forEach(answer -> bodies.add(answer.join()));

        assertThat(bodies)
                .isEqualTo(IntStream.range(0, 2000).mapToObj(i -> "body " + i).collect(Collectors.toList()));
    }
}
