package io.github.registryclient.testkit.traffic;

import static io.github.registryclient.testkit.traffic.RequestPattern.any;
import static io.github.registryclient.testkit.traffic.RequestPattern.delete;
import static io.github.registryclient.testkit.traffic.RequestPattern.get;
import static io.github.registryclient.testkit.traffic.RequestPattern.head;
import static io.github.registryclient.testkit.traffic.RequestPattern.patch;
import static io.github.registryclient.testkit.traffic.RequestPattern.post;
import static io.github.registryclient.testkit.traffic.RequestPattern.put;
import static io.github.registryclient.testkit.traffic.RequestPattern.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPatternTest {
    private static LoggedRequest asked(String method, String path, String query) {
        return LoggedRequest.of(method, path, query, Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        "/v2/,                  /v2/,                          true",
        "/v2/,                  /v2,                           false",
        "/v2/*/tags/list,       /v2/app/tags/list,             true",
        "/v2/*/tags/list,       /v2/team/app/tags/list,        false",
        "/v2/**/tags/list,      /v2/team/app/tags/list,        true",
        "/v2/**/tags/list,      /v2/app/tags/list,             true",
        "/v2/team/*/tags/list,  /v2/team/app/tags/list,        true",
        "/v2/**,                /v2/,                          true",
        "/v2/a/manifests/1.*,   /v2/a/manifests/1.0,           true",
        "/v2/a/manifests/1.0,   /v2/a/manifests/1x0,           false",
        "/v2/a/manifests/*256:*, /v2/a/manifests/sha256:00,    true",
        "**,                    *,                             true",
        "/v2/a(b,               /v2/a(b,                       true",
        "/v2/a%2Fb/tags/list,   /v2/a%2Fb/tags/list,           true",
        "/v2/a/b/tags/list,     /v2/a%2Fb/tags/list,           false",
    })
    void one_asterisk_stops_at_a_slash_and_two_do_not(String glob, String path, boolean meant) {
        assertThat(get(glob).matches(asked("GET", path, ""))).isEqualTo(meant);
    }

    @Test
    void methods_are_told_apart_unless_any_is_meant() {
        List<RequestPattern> patterns = List.of(
                get("/a"), head("/a"), put("/a"), post("/a"), patch("/a"), delete("/a"), request("OPTIONS", "/a"));
        for (String method : List.of("GET", "HEAD", "PUT", "POST", "PATCH", "DELETE", "OPTIONS", "get")) {
            assertThat(patterns)
                    .filteredOn(pattern -> pattern.matches(asked(method, "/a", "")))
                    .hasSize(method.equals("get") ? 0 : 1)
                    .allMatch(pattern -> pattern.toString().equals(method + " /a"));
            assertThat(any("/a").matches(asked(method, "/a", ""))).isTrue();
        }
    }

    @Test
    void a_header_is_found_in_any_case_and_compared_as_it_is_shown() {
        LoggedRequest asked = LoggedRequest.of(
                "GET",
                "/a",
                "",
                Map.of(
                        "Range",
                        List.of("bytes=0-4"),
                        "Authorization",
                        List.of("Basic dTpw"),
                        "Accept",
                        List.of("a/b", "c/d")));

        assertThat(get("/a").withHeader("range").matches(asked)).isTrue();
        assertThat(get("/a").withHeader("range", "bytes=*").matches(asked)).isTrue();
        assertThat(get("/a").withHeader("range", "bytes=5-*").matches(asked)).isFalse();
        assertThat(get("/a").withHeader("Accept", "c/*").matches(asked))
                .as("the second value")
                .isTrue();
        assertThat(get("/a").withHeader("Authorization", "Basic *").matches(asked))
                .isTrue();
        assertThat(get("/a").withoutHeader("authorization").matches(asked)).isFalse();
        assertThat(get("/a").withoutHeader("Cookie").matches(asked)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization,  Bearer s3cret,        Bearer *",
        "authorization,  basic s3cret,         basic *",
        "Authorization,  Bearer s3*,           Bearer *",
        "Authorization,  Custom s3cret,        *",
        "X-Api-Key,      s3cret,               *",
        "Referer,        a eyJs3cret.s3cret b, a * b",
    })
    void a_secret_in_a_header_would_match_nothing_and_is_refused_with_what_to_write(
            String name, String value, String instead) {
        LoggedRequest sent = LoggedRequest.of("GET", "/a", "", Map.of(name, List.of(value)));

        assertThatThrownBy(() -> get("/a").withHeader(name, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write withHeader(\"" + name + "\", \"" + instead + "\")")
                .hasMessageNotContaining("s3");
        assertThat(get("/a").withHeader(name, instead).matches(sent)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "***", "B*", "Bearer*", "Bearer *", "Bearer ***", "* *"})
    void what_is_shown_of_a_secret_can_be_asked_for(String value) {
        LoggedRequest sent = LoggedRequest.of("GET", "/a", "", Map.of("Authorization", List.of("Bearer s3cret")));

        assertThat(get("/a").withHeader("Authorization", value).matches(sent)).isTrue();
    }

    @Test
    void a_secret_in_a_query_or_path_would_match_nothing_and_is_refused_with_what_to_write() {
        assertThatThrownBy(() -> get("/a").withQuery("access_token", "s3cret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write withQuery(\"access_token\", \"*\")")
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> get("/a").withQuery("q", "eyJs3cret.s3cret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> get("/a/eyJs3cret.s3cret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("write /a/*")
                .hasMessageNotContaining("s3cret");
        assertThat(get("/a").withQuery("access_token", "*").matches(asked("GET", "/a", "access_token=s3cret")))
                .isTrue();
    }

    @Test
    void query_parameters_are_compared_decoded() {
        LoggedRequest asked = asked("GET", "/a", "n=5&last=a%2Fb+c&flag");

        assertThat(get("/a").withQuery("n", "5").withQuery("last", "a/b+c").matches(asked))
                .isTrue();
        assertThat(get("/a").withQuery("last", "a*").matches(asked)).isTrue();
        assertThat(get("/a").withQuery("flag", "").matches(asked)).isTrue();
        assertThat(get("/a").withQuery("n", "50").matches(asked)).isFalse();
        assertThat(get("/a").withoutQuery("n").matches(asked)).isFalse();
        assertThat(get("/a").withoutQuery("digest").matches(asked)).isTrue();
    }

    @Test
    void it_reads_as_it_was_said() {
        assertThat(get("/v2/*/tags/list")
                        .withQuery("n", "5")
                        .withoutQuery("last")
                        .withHeader("Range", "bytes=*")
                        .withoutHeader("Cookie"))
                .hasToString("GET /v2/*/tags/list with query n=5 and without query last and with header Range: bytes=*"
                        + " and without header Cookie");
        assertThat(any("/v2/**")).hasToString("any /v2/**");
    }

    @Test
    void what_could_never_match_is_refused() {
        assertThatThrownBy(() -> get("/v2/_catalog?n=5"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("withQuery");
        assertThatThrownBy(() -> get("v2/")).isInstanceOf(IllegalArgumentException.class);
    }
}
