package io.github.registryclient.testkit.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No request that is shown tells a secret. */
class SecretsTest {
    private static final String SENTINEL = "c2VudGluZWw6c2VjcmV0";

    private static String shown(String name, String value) {
        LoggedRequest request = LoggedRequest.of("GET", "/", "", Map.of(name, List.of(value)));
        return request.header(name).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization,       Basic " + SENTINEL + ",               Basic ***",
        "authorization,       bearer " + SENTINEL + ",              bearer ***",
        "Authorization,       Digest username=u response=x,         Digest ***",
        "Authorization,       AWS4-HMAC-SHA256 Credential=a,        AWS4-HMAC-SHA256 ***",
        "Proxy-Authorization, Basic " + SENTINEL + ",               Basic ***",
        "Authorization,       " + SENTINEL + ",                     ***",
        "Authorization,       " + SENTINEL + " more,                ***",
        "Authorization,       Basic,                                ***",
        "Cookie,              session=" + SENTINEL + ",             ***",
        "X-Registry-Auth,     " + SENTINEL + ",                     ***",
        "X-Api-Key,           " + SENTINEL + ",                     ***",
        "PRIVATE-TOKEN,       " + SENTINEL + ",                     ***",
        "X-Amz-Security-Token, " + SENTINEL + ",                    ***",
        "X-Own,               eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.c2ln, ***",
        "Accept,              application/json,                     application/json",
        "Keep-Alive,          timeout=5,                            timeout=5",
        "Docker-Content-Digest, sha256:00,                          sha256:00",
    })
    void a_header_with_credentials_shows_its_scheme_only(String name, String value, String expected) {
        assertThat(shown(name, value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token",
                "access_token",
                "refresh_token",
                "id_token",
                "password",
                "client_secret",
                "X-Amz-Signature",
                "X-Amz-Credential",
                "sig",
                "Signature",
                "api_key",
                "apiKey",
                "key",
                "jwt",
                "code",
                "_state",
                "%74oken",
                "AWSAccessKeyId",
                "assertion"
            })
    void a_parameter_that_sounds_like_a_secret_keeps_its_name_only(String name) {
        LoggedRequest request = LoggedRequest.of(
                "GET", "/token", "service=r&" + name + "=" + SENTINEL + "&scope=repository:a:pull", Map.of());

        assertThat(request.query()).isEqualTo("service=r&" + name + "=***&scope=repository:a:pull");
        assertThat(request.toString()).doesNotContain(SENTINEL);
    }

    @Test
    void other_parameters_stay_as_they_were_sent() {
        String query =
                "n=5&last=a%2Fb&digest=sha256:00&mount=sha256:11&from=a/b&artifactType=x&flag&&account=u&client_id=c";
        assertThat(LoggedRequest.of("GET", "/", query, Map.of()).query()).isEqualTo(query);
    }

    @Test
    void a_token_is_known_by_its_looks_wherever_it_is() {
        String token = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.c2ln";
        LoggedRequest request = LoggedRequest.of("GET", "/v2/" + token, "own=" + token, Map.of());
        assertThat(request).hasToString("GET /v2/***?own=*** -> no answer");
    }
}
