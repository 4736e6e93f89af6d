package io.github.registryclient.testkit.traffic;

import static io.github.registryclient.testkit.traffic.RequestPattern.any;
import static io.github.registryclient.testkit.traffic.RequestPattern.get;
import static io.github.registryclient.testkit.traffic.RequestPattern.head;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.testkit.EmbeddedRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an embedded registry tells of the requests that came. */
class RequestLogTest {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private EmbeddedRegistry registry = EmbeddedRegistry.start();

    @AfterEach
    void close() {
        registry.close();
    }

    private int ask(String method, String target, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(registry.uri() + target))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void requests_are_told_in_order_with_what_they_were_answered() throws Exception {
        ask("GET", "/v2/");
        ask("GET", "/v2/_catalog?n=5");
        ask("HEAD", "/v2/team/app/manifests/1.0", "Accept", "a/b", "Accept", "c/d");

        List<LoggedRequest> requests = registry.requests().all();

        assertThat(requests)
                .extracting(LoggedRequest::toString)
                .containsExactly(
                        "GET /v2/ -> 200", "GET /v2/_catalog?n=5 -> 200", "HEAD /v2/team/app/manifests/1.0 -> 404");
        LoggedRequest last = requests.get(2);
        assertThat(last.method()).isEqualTo("HEAD");
        assertThat(last.path()).isEqualTo("/v2/team/app/manifests/1.0");
        assertThat(last.query()).isEmpty();
        assertThat(last.headers()).containsEntry("accept", List.of("a/b", "c/d"));
        assertThat(last.status()).hasValue(404);
        assertThat(requests.get(1).query("n")).hasValue("5");
        assertThat(requests.get(1).query("last")).isEmpty();
    }

    @Test
    void credentials_are_seen_to_be_sent_and_not_shown() throws Exception {
        ask("GET", "/v2/", "Authorization", "Basic dTpw");
        ask("GET", "/v2/");

        RequestLog log = registry.requests();

        assertThat(log.all().get(0).header("Authorization")).hasValue("Basic ***");
        assertThat(log.count(any("/**").withHeader("Authorization", "Basic *"))).isEqualTo(1);
        assertThat(log.count(any("/**").withoutHeader("Authorization"))).isEqualTo(1);
    }

    @Test
    void requests_are_counted_by_pattern() throws Exception {
        ask("GET", "/v2/");
        ask("HEAD", "/v2/a/manifests/1");
        ask("HEAD", "/v2/a/manifests/2");

        RequestLog log = registry.requests();

        assertThat(log.size()).isEqualTo(3);
        assertThat(log.count(head("/v2/a/manifests/*"))).isEqualTo(2);
        assertThat(log.matching(get("/v2/**"))).singleElement().hasToString("GET /v2/ -> 200");
    }

    @Test
    void a_log_does_not_change_and_is_begun_anew_by_clearing() throws Exception {
        ask("GET", "/v2/");
        RequestLog before = registry.requests();
        registry.clearRequests();
        ask("GET", "/v2/_catalog");

        assertThat(before).hasToString("GET /v2/ -> 200");
        assertThat(registry.requests()).hasToString("GET /v2/_catalog -> 200");
        assertThat(before.all()).isNotEqualTo(registry.requests().all());
        assertThat(before.all()).isEqualTo(before.matching(any("/**")));
    }

    @Test
    void many_at_once_are_all_told() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> calls = IntStream.range(0, 400)
                    .mapToObj(i -> (Callable<Integer>) () -> ask("HEAD", "/v2/a/manifests/" + i))
                    .collect(Collectors.toList());
            threads.invokeAll(calls);
        } finally {
            threads.shutdownNow();
        }

        assertThat(registry.requests().all())
                .extracting(LoggedRequest::path)
                .doesNotHaveDuplicates()
                .hasSize(400);
        assertThat(registry.requests().all())
                .allMatch(request -> request.status().orElse(0) == 404);
    }

    @Test
    void a_log_that_forgot_the_first_requests_does_not_count() throws Exception {
        registry.close();
        registry = EmbeddedRegistry.builder().requestsKept(2).start();
        for (int i = 0; i < 5; i++) {
            ask("HEAD", "/v2/a/manifests/" + i);
        }

        RequestLog log = registry.requests();

        assertThat(log.size()).isEqualTo(5);
        assertThat(log.forgotten()).isEqualTo(3);
        assertThat(log.kept())
                .extracting(LoggedRequest::path)
                .containsExactly("/v2/a/manifests/3", "/v2/a/manifests/4");
        assertThatThrownBy(() -> log.count(any("/**")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the first 3 of 5 requests were forgotten")
                .hasMessageContaining("requestsKept");
        assertThatThrownBy(log::all).isInstanceOf(IllegalStateException.class);
        registry.clearRequests();
        assertThat(registry.requests().all()).isEmpty();
    }
}
