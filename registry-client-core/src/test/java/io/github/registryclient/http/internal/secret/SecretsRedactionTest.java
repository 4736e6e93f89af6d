package io.github.registryclient.http.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.http.internal.bytes.SegmentedBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

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

    @Test
    void a_body_without_them_is_handed_on_as_it_is() {
        SegmentedBytes body = body("{}");
        assertThat(Secrets.of(Credentials.basic("user", "password")).redact(body))
                .isSameAs(body);
        assertThat(Secrets.NONE.redact(body)).isSameAs(body);
    }
}
