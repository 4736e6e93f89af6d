package io.github.registryclient.http.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Challenges as servers send them, read by the grammar of RFC 9110, 11.6.1. */
class ChallengeParserTest {
    private static Challenge challenge(String scheme, String... namesAndValues) {
        Map<String, String> parameters = new java.util.LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Challenge(scheme, parameters, "");
    }

    private static Challenge bare(String scheme, String token68) {
        return new Challenge(scheme, Map.of(), token68);
    }

    static List<Arguments> lines() {
        return List.of(
                Arguments.of(
                        "Bearer realm=\"https://auth.docker.io/token\",service=\"registry.docker.io\","
                                + "scope=\"repository:library/alpine:pull,push\"",
                        List.of(challenge(
                                "bearer",
                                "realm",
                                "https://auth.docker.io/token",
                                "service",
                                "registry.docker.io",
                                "scope",
                                "repository:library/alpine:pull,push"))),
                Arguments.of(
                        "bearer realm=https://zot:5000/zot/auth/token,service=zot,scope=\"repository:a:pull\"",
                        List.of(challenge(
                                "bearer",
                                "realm",
                                "https://zot:5000/zot/auth/token",
                                "service",
                                "zot",
                                "scope",
                                "repository:a:pull"))),
                Arguments.of(
                        "Bearer realm=\"https://codeberg.org/v2/token\",service=\"container_registry\",scope=\"*\","
                                + "Basic realm=\"Gitea Container Registry\"",
                        List.of(
                                challenge(
                                        "bearer",
                                        "realm",
                                        "https://codeberg.org/v2/token",
                                        "service",
                                        "container_registry",
                                        "scope",
                                        "*"),
                                challenge("basic", "realm", "Gitea Container Registry"))),
                Arguments.of(
                        "Basic realm=\"a \\\"quoted\\\" \\\\ b\", charset=\"UTF-8\"",
                        List.of(challenge("basic", "realm", "a \"quoted\" \\ b", "charset", "UTF-8"))),
                Arguments.of(
                        "Newauth realm=\"apps\", type=1, title=\"Login to \\\"apps\\\"\", Basic realm=\"simple\"",
                        List.of(
                                challenge("newauth", "realm", "apps", "type", "1", "title", "Login to \"apps\""),
                                challenge("basic", "realm", "simple"))),
                Arguments.of(
                        "Negotiate YIIB/+==, Basic realm=x, NTLM",
                        List.of(bare("negotiate", "YIIB/+=="), challenge("basic", "realm", "x"), bare("ntlm", ""))),
                Arguments.of("BASIC", List.of(bare("basic", ""))),
                Arguments.of("Basic, Bearer", List.of(bare("basic", ""), bare("bearer", ""))),
                Arguments.of("basic realm=r", List.of(challenge("basic", "realm", "r"))),
                Arguments.of(
                        ", ,\tBasic  realm = \"r\" ,, x = y ,", List.of(challenge("basic", "realm", "r", "x", "y"))),
                Arguments.of("Bearer REALM=\"r\"", List.of(challenge("bearer", "realm", "r"))),
                Arguments.of(
                        "Bearer realm=\"\",service=\"s\"", List.of(challenge("bearer", "realm", "", "service", "s"))),
                Arguments.of(
                        "Bearer realm=a,scope=repository:x/y:pull,push, Basic realm=b",
                        List.of(
                                challenge("bearer", "realm", "a", "scope", "repository:x/y:pull,push"),
                                challenge("basic", "realm", "b"))),
                Arguments.of(
                        "Bearer realm=a,scope=repository:x:pull,push,delete,Basic",
                        List.of(
                                challenge("bearer", "realm", "a", "scope", "repository:x:pull,push,delete"),
                                bare("basic", ""))),
                Arguments.of("", List.of()),
                Arguments.of(" , ,, ", List.of()),
                Arguments.of("realm=\"nobody's\"", List.of()),
                Arguments.of("\"Basic\" Basic realm=x", List.of(challenge("basic", "realm", "x"))),
                Arguments.of("<>:=@ , Basic realm=x", List.of(challenge("basic", "realm", "x"))),
                Arguments.of(
                        "Bearer realm=\"open, Basic realm=\"r\"",
                        List.of(challenge("bearer", "realm", "open, Basic realm="))),
                Arguments.of(
                        "Bearer realm=\"open, Basic realm=r",
                        List.of(challenge("bearer", "realm", "open"), challenge("basic", "realm", "r"))),
                Arguments.of("Bearer realm=\"a\",realm=\"b\"", List.of(challenge("bearer", "realm", "a"))),
                Arguments.of("Bearer realm=\"a\\", List.of(challenge("bearer", "realm", "a\\"))));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void a_header_is_read(String header, List<Challenge> expected) {
        assertThat(ChallengeParser.parse(List.of(header))).isEqualTo(expected);
    }

    @Test
    void challenges_of_several_headers_come_in_their_order() {
        assertThat(ChallengeParser.parse(List.of("Bearer realm=\"a\"", "", "Basic realm=\"b\"")))
                .containsExactly(challenge("bearer", "realm", "a"), challenge("basic", "realm", "b"));
    }

    @Test
    void headers_that_a_proxy_cut_at_the_comma_belong_together() {
        assertThat(ChallengeParser.parse(List.of("Bearer realm=\"a\"", "service=\"s\"", "Basic realm=\"b\"")))
                .containsExactly(challenge("bearer", "realm", "a", "service", "s"), challenge("basic", "realm", "b"));
    }

    @Test
    void an_unfinished_header_does_not_swallow_the_next() {
        assertThat(ChallengeParser.parse(List.of("Bearer realm=\"a", "Basic realm=\"b\"")))
                .contains(challenge("basic", "realm", "b"));
    }

    @Test
    void what_is_too_long_is_cut_off() {
        String long1 = "Basic realm=\"" + "x".repeat(20_000) + "\"";
        assertThat(ChallengeParser.parse(List.of("Bearer realm=r", long1, "Basic realm=z")))
                .contains(challenge("bearer", "realm", "r"))
                .hasSizeLessThan(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "a=\"", "a \"\\", ",", "a ", "a=b c=\"d", "\\\"", "é=ü "})
    void long_hostile_headers_are_settled_at_once(String piece) {
        String hostile = "Bearer " + piece.repeat(200_000 / piece.length());
        List<Challenge> read = ChallengeParser.parse(List.of(hostile, hostile));
        assertThat(read).hasSizeLessThanOrEqualTo(32);
    }

    @Test
    void a_token68_does_not_print() {
        assertThat(ChallengeParser.parse(List.of("Negotiate 5ecre7")).toString())
                .doesNotContain("5ecre7");
    }
}
