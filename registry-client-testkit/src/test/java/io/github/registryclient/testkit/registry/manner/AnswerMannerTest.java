package io.github.registryclient.testkit.registry.manner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.testkit.manner.AnswerManner;
import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.registry.Answer;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way to put answers into HTTP, as it was seen on distribution and go-containerregistry's registry. */
class AnswerMannerTest {
    private static final String JSON = "application/json";
    private static final String TEXT = "text/plain; charset=utf-8";

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(
                        AnswerManner.API_VERSION, "GET /v2/", 200, "Docker-Distribution-Api-Version", "registry/2.0"),
                Arguments.of(AnswerManner.EMPTY_SUPPORT, "GET /v2/", 200, "Content-Type", "none"),
                Arguments.of(
                        AnswerManner.JSON_WITH_CHARSET,
                        "GET /v2/_catalog",
                        200,
                        "Content-Type",
                        JSON + "; charset=utf-8"),
                Arguments.of(
                        AnswerManner.JSON_WITH_CHARSET,
                        "GET /v2/b/tags/list",
                        404,
                        "Content-Type",
                        JSON + "; charset=utf-8"),
                Arguments.of(AnswerManner.JSON_AS_TEXT, "GET /v2/a/tags/list", 200, "Content-Type", TEXT),
                Arguments.of(AnswerManner.ERRORS_WITHOUT_DETAIL, "GET /v2/b/tags/list", 404, "Content-Type", JSON),
                Arguments.of(AnswerManner.WRONG_METHOD_IS_TEXT, "HEAD /v2/a/tags/list", 405, "Allow", "GET"),
                Arguments.of(AnswerManner.WRONG_METHOD_IS_TEXT, "POST /v2/_catalog", 405, "Content-Type", TEXT),
                Arguments.of(AnswerManner.WRONG_METHOD_IS_UNKNOWN, "HEAD /v2/_catalog", 400, "Content-Type", JSON),
                Arguments.of(AnswerManner.WRONG_METHOD_IS_UNKNOWN, "DELETE /v2/a/tags/list", 400, "Allow", "none"),
                Arguments.of(AnswerManner.WRONG_METHOD_IS_EMPTY, "HEAD /v2/_catalog", 405, "Allow", "none"),
                Arguments.of(AnswerManner.WRONG_METHOD_IS_EMPTY, "POST /v2/a/tags/list", 405, "Content-Type", "none"),
                Arguments.of(AnswerManner.UNKNOWN_NAME_IS_AN_OBJECT, "GET /v2/b/tags/list", 404, "Content-Type", JSON),
                Arguments.of(
                        AnswerManner.INVALID_NAME_IS_NO_PATH, "GET /v2/UPPER/tags/list", 404, "Content-Type", TEXT),
                Arguments.of(
                        AnswerManner.INVALID_NAME_IS_UNKNOWN, "GET /v2/UPPER/tags/list", 404, "Content-Type", JSON),
                Arguments.of(AnswerManner.UNKNOWN_PATH_IS_METHOD_UNKNOWN, "GET /v2/a/tags", 404, "Content-Type", JSON),
                Arguments.of(
                        AnswerManner.SLASH_AT_THE_END_REDIRECTS,
                        "GET /v2/_catalog/?n=2",
                        301,
                        "Location",
                        "/v2/_catalog?n=2"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void an_answer_has_the_form_that_the_manner_says(
            AnswerManner manner, String line, int status, String header, String value) {
        String[] words = line.split(" ", 2);
        Answer answer = Listed.fill(PlayedRegistry.with(manner)).send(words[0], words[1], new byte[0]);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header(header)).isEqualTo(value);
    }

    @Test
    void every_manner_is_tried() {
        EnumSet<AnswerManner> left = EnumSet.allOf(AnswerManner.class);
        answers().forEach(row -> left.remove((AnswerManner) row.get()[0]));

        assertThat(left).isEmpty();
    }

    @Test
    void the_version_is_said_once() {
        for (Manners server : Manners.known()) {
            Answer answer = PlayedRegistry.of(server).get("/v2/");
            assertThat(answer.headers("Docker-Distribution-Api-Version"))
                    .as(server.server())
                    .isEqualTo(answer.status() == 401 ? List.of() : List.of("registry/2.0"));
        }
    }

    @Test
    void support_can_be_said_without_a_word() {
        Answer answer = PlayedRegistry.with(AnswerManner.EMPTY_SUPPORT).get("/v2/");

        assertThat(answer.body()).isEmpty();
        assertThat(answer.length()).isZero();
    }

    @Test
    void the_detail_of_an_unknown_name_may_be_an_object() {
        assertThat(PlayedRegistry.with(AnswerManner.UNKNOWN_NAME_IS_AN_OBJECT)
                        .get("/v2/b/tags/list")
                        .body())
                .contains("\"detail\":{\"name\":\"b\"}");
    }

    @Test
    void details_are_left_out() {
        assertThat(PlayedRegistry.with(AnswerManner.ERRORS_WITHOUT_DETAIL)
                        .get("/v2/b/tags/list")
                        .body())
                .isEqualTo(
                        "{\"errors\":[{\"code\":\"NAME_UNKNOWN\",\"message\":\"repository name not known to registry\"}]}");
    }
}
