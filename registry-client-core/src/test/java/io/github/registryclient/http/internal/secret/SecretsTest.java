package io.github.registryclient.http.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.auth.Credentials;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A password that an answer quotes is cut out, also as encoders of JSON and addresses write it. */
class SecretsTest {
    private static final Secrets SECRETS = Secrets.of(Credentials.basic("user", "p&ss<w>/\"ü\\x"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p&ss<w>/\"ü\\x", // as it is
                "p&ss<w>/\\\"ü\\\\x", // JSON
                "p\\u0026ss\\u003cw\\u003e/\\\"ü\\\\x", // Go
                "p&ss<w>\\/\\\"\\u00fc\\\\x", // PHP
                "p&ss<w>/\\\"\\u00fc\\\\x", // Python
                "p%26ss%3Cw%3E%2F%22%C3%BC%5Cx", // an address
                "p&ss<w>/\"\u00c3\u00bc\\x", // a header
                "p&ss<w>/\"\uffc3\uffbc\\x", // a header on Java 11
                "dXNlcjpwJnNzPHc+LyLDvFx4" // Basic
            })
    void a_password_is_cut_out_however_it_is_written(String quoted) {
        assertThat(SECRETS.redact("bad password " + quoted + ", sorry")).isEqualTo("bad password …, sorry");
    }
}
