package io.github.registryclient.http.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.http.internal.transport.Permission;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a token says of the right to delete. */
class GrantsTest {
    private static final String RESOURCE = "repository:team/app";

    private static String jwt(String claims) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".c2ln";
    }

    private static Permission deletion(Grants grants, String asked) {
        return grants.permission(Scopes.parse(asked), RESOURCE, "delete");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"type\":\"repository\",\"name\":\"team/app\",\"actions\":[\"pull\",\"delete\"]}]|GRANTED",
                "[{\"type\":\"repository\",\"name\":\"team/app\",\"actions\":[\"*\"]}]|GRANTED",
                "[{\"type\":\"repository\",\"name\":\"team/app\",\"actions\":[\"pull\"]}]|WITHHELD",
                "[{\"type\":\"repository\",\"name\":\"team/other\",\"actions\":[\"delete\"]}]|WITHHELD",
                "[]|WITHHELD",
                "null|UNKNOWN",
                "{}|UNKNOWN",
            })
    void the_access_of_a_jwt_tells(String access, Permission expected) {
        Grants grants = Grants.of(jwt("{\"access\":" + access + "}"), null);
        assertThat(deletion(grants, RESOURCE + ":pull,delete")).isEqualTo(expected);
    }

    @Test
    void what_was_not_asked_for_was_not_withheld() {
        Grants grants = Grants.of(jwt("{\"access\":[]}"), null);
        assertThat(deletion(grants, RESOURCE + ":pull")).isEqualTo(Permission.UNKNOWN);
    }

    @Test
    void the_scope_of_an_answer_tells_where_the_token_is_opaque() {
        assertThat(deletion(Grants.of("opaque", RESOURCE + ":pull,delete"), RESOURCE + ":pull,delete"))
                .isEqualTo(Permission.GRANTED);
        assertThat(deletion(Grants.of("opaque", RESOURCE + ":pull"), RESOURCE + ":pull,delete"))
                .isEqualTo(Permission.WITHHELD);
    }

    @ParameterizedTest
    @CsvSource({"opaque", "a.b.c", "a.b", "..", "eyJ9.!!.x", "a.bnVsbA.c", "a.b.c.d"})
    void an_opaque_token_tells_nothing(String token) {
        assertThat(deletion(Grants.of(token, null), RESOURCE + ":delete")).isEqualTo(Permission.UNKNOWN);
    }
}
