package io.github.registryclient.testkit.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Against the examples of ITU-T X.690 and RFC 5280. */
class DerTest {
    @Test
    void an_object_identifier_is_in_base_128() {
        assertThat(Der.oid("1.2.840.113549")).containsExactly(0x06, 0x06, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D);
        assertThat(Der.oid("2.5.4.3")).containsExactly(0x06, 0x03, 0x55, 0x04, 0x03);
    }

    @Test
    void an_integer_has_a_sign() {
        assertThat(Der.integer(127)).containsExactly(0x02, 0x01, 0x7F);
        assertThat(Der.integer(128)).containsExactly(0x02, 0x02, 0x00, 0x80);
        assertThat(Der.integer(0)).containsExactly(0x02, 0x01, 0x00);
    }

    @Test
    void a_length_from_128_on_is_in_bytes_of_its_own() {
        assertThat(Arrays.copyOf(Der.octets(new byte[127]), 2)).containsExactly(0x04, 0x7F);
        assertThat(Arrays.copyOf(Der.octets(new byte[128]), 3)).containsExactly(0x04, 0x81, 0x80);
        assertThat(Arrays.copyOf(Der.octets(new byte[201]), 3)).containsExactly(0x04, 0x81, 0xC9);
        assertThat(Arrays.copyOf(Der.octets(new byte[65536]), 5)).containsExactly(0x04, 0x83, 0x01, 0x00, 0x00);
    }

    @Test
    void years_from_2050_on_have_four_digits() {
        assertThat(text(Der.time(Instant.parse("2049-12-31T23:59:59.9Z")))).isEqualTo("491231235959Z");
        assertThat(Der.time(Instant.parse("2049-12-31T23:59:59Z"))[0]).isEqualTo((byte) 0x17);
        assertThat(text(Der.time(Instant.parse("2050-01-01T00:00:00Z")))).isEqualTo("20500101000000Z");
        assertThat(Der.time(Instant.parse("2050-01-01T00:00:00Z"))[0]).isEqualTo((byte) 0x18);
    }

    private static String text(byte[] value) {
        return new String(value, 2, value.length - 2, US_ASCII);
    }
}
