package io.github.registryclient.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.testkit.manner.AnswerManner;
import io.github.registryclient.testkit.manner.Manners;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What a builder makes of its options. */
class EmbeddedRegistryBuilderTest {
    private static HttpResponse<String> get(EmbeddedRegistry registry, String path)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(registry.uri().resolve(path)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void an_added_manner_comes_on_top_of_a_servers_whichever_is_said_first() throws Exception {
        try (EmbeddedRegistry before = EmbeddedRegistry.builder()
                        .manner(AnswerManner.EMPTY_SUPPORT)
                        .manners(Manners.distribution28())
                        .start();
                EmbeddedRegistry after = EmbeddedRegistry.builder()
                        .manners(Manners.distribution28())
                        .manner(AnswerManner.EMPTY_SUPPORT)
                        .start()) {
            assertThat(get(before, "/v2/").body()).isEmpty();
            assertThat(get(after, "/v2/").body()).isEmpty();
            assertThat(get(before, "/v2/nosuch/tags/list").headers().firstValue("Content-Type"))
                    .contains("application/json; charset=utf-8");
        }
    }

    @Test
    void the_manner_that_was_added_last_has_the_last_word() throws Exception {
        try (EmbeddedRegistry registry = EmbeddedRegistry.builder()
                .manner(AnswerManner.INVALID_NAME_IS_NO_PATH)
                .manner(AnswerManner.INVALID_NAME_IS_UNKNOWN)
                .manner(AnswerManner.INVALID_NAME_IS_NO_PATH)
                .start()) {
            assertThat(get(registry, "/v2/UPPER/tags/list").body()).isEqualTo("404 page not found\n");
        }
    }
}
