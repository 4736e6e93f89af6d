package io.github.registryclient.http.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.http.internal.bytes.SegmentedBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What credentials look like when a server quotes them. */
class SecretsRedactionTest {
    private static SegmentedBytes body(String text) {
        SegmentedBytes bytes = new SegmentedBytes();
        bytes.append(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }

    @Test
    void a_password_is_cut_out_of_a_body_whose_other_bytes_stay() {
        Secrets secrets = Secrets.of(Credentials.basic("user", "pässwörd"));
        SegmentedBytes shown = secrets.redact(body("größe: pässwörd, dXNlcjpww6Rzc3fDtnJk ☃"));
        assertThat(new String(shown.toByteArray(), StandardCharsets.UTF_8)).isEqualTo("größe: …, … ☃");
    }

    @Test
    void a_password_is_found_in_the_form_that_json_gives_it() {
        Secrets secrets = Secrets.of(Credentials.basic("user", "pa\"ss\\word"));
        assertThat(secrets.redact("{\"m\":\"pa\\\"ss\\\\word\"}")).isEqualTo("{\"m\":\"…\"}");
    }

    /** As the host of an address is shown in. */
    @Test
    void a_password_is_found_in_lower_case() {
        Secrets secrets = Secrets.of(Credentials.basic("user", "PassWord"));
        assertThat(secrets.redact("http://password.example and PassWordPASSWORD"))
                .isEqualTo("http://….example and ……");
    }

    @Test
    void a_very_short_password_is_only_cut_out_as_part_of_the_pair() {
        Secrets secrets = Secrets.of(Credentials.basic("user", "E"));
        assertThat(secrets.redact("DENIED dXNlcjpF")).isEqualTo("DENIED …");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "manifest", "MANIFEST", "UNKNOWN", "Manifest_Unknown", "MANIFEST_UNKNOWN"})
    void the_code_of_an_error_is_not_cut_for_a_password_that_is_a_word_of_it(String password) {
        Secrets secrets = Secrets.of(Credentials.basic("user", password));
        assertThat(secrets.redact("MANIFEST_UNKNOWN")).isEqualTo("MANIFEST_UNKNOWN");
        SegmentedBytes shown = secrets.redact(body("{\"code\":\"MANIFEST_UNKNOWN\"}"));
        assertThat(new String(shown.toByteArray(), StandardCharsets.UTF_8))
                .isEqualTo("{\"code\":\"MANIFEST_UNKNOWN\"}");
    }

    @Test
    void beside_codes_such_a_password_is_cut_out() {
        Secrets secrets = Secrets.of(Credentials.basic("user", "manifest"));
        assertThat(secrets.redact("manifest: no, http://manifest.example/, MANIFEST, MY_MANIFEST_UNKNOWN"))
                .isEqualTo("…: no, http://….example/, …, MY_…_UNKNOWN");
    }

    @Test
    void a_body_without_them_is_handed_on_as_it_is() {
        SegmentedBytes body = body("{}");
        assertThat(Secrets.of(Credentials.basic("user", "password")).redact(body))
                .isSameAs(body);
        assertThat(Secrets.NONE.redact(body)).isSameAs(body);
    }
}
