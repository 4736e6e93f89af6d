package io.github.registryclient.tests.plan;

import static io.github.registryclient.testkit.traffic.RequestPattern.any;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.traffic.Ending;
import io.github.registryclient.testkit.traffic.Fault;
import io.github.registryclient.testkit.traffic.ScriptedAnswer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SocketHttpTest {
    private final SocketHttp sockets = new SocketHttp();

    static Stream<ScriptedAnswer> answers() {
        ScriptedAnswer page =
                ScriptedAnswer.status(200).header("Content-Type", "text/html").body("<h1>sign in</h1>");
        return Stream.of(
                page,
                page.but(Fault.chunked()),
                page.but(Fault.cutAfter(0, Ending.CLOSE)),
                page.but(Fault.cutAfter(5, Ending.CLOSE)),
                page.but(Fault.cutAfter(5, Ending.RESET)),
                page.but(Fault.cutInHead(9, Ending.CLOSE)),
                ScriptedAnswer.status(204),
                ScriptedAnswer.status(503).header("Retry-After", "7"),
                ScriptedAnswer.nothing(Ending.CLOSE),
                ScriptedAnswer.nothing(Ending.RESET));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void an_answer_or_its_end_is_what_the_jdks_client_makes_of_it(ScriptedAnswer answer) throws Exception {
        try (EmbeddedRegistry registry = EmbeddedRegistry.start()) {
            registry.script().on(any("/v2/said")).always().answer(answer);
            for (String method : new String[] {"GET", "HEAD"}) {
                HttpRequest request = HttpRequest.newBuilder(registry.uri().resolve("/v2/said?n=1"))
                        .method(method, BodyPublishers.noBody())
                        .build();

                assertThat(heard(sockets, request)).isEqualTo(heard(HttpClient.newHttpClient(), request));
            }
            sockets.close();
        }
    }

    /** Of what a plan can depend on. */
    private static Map<String, Object> heard(HttpClient http, HttpRequest request) throws InterruptedException {
        Map<String, Object> heard = new TreeMap<>();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            heard.put("status", answer.statusCode());
            heard.put("body", answer.body());
            heard.put("retry", answer.headers().firstValue("Retry-After"));
            heard.put("type", answer.headers().firstValue("Content-Type"));
        } catch (IOException e) {
            heard.put("failed", true);
        }
        return heard;
    }
}
