package io.github.registryclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.registryclient.error.InvalidInputException;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 1",
        "0, 99, 100",
        "100, 100, 1",
        "1, 9223372036854775807, 9223372036854775807",
        "9223372036854775807, 9223372036854775807, 1"
    })
    void counts_both_ends(long first, long last, long length) {
        ByteRange range = ByteRange.of(first, last);

        assertThat(range.first()).isEqualTo(first);
        assertThat(range.last()).isEqualTo(last);
        assertThat(range.length()).isEqualTo(length);
        assertThat(range).hasToString(first + "-" + last);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0",
        "-1, -1",
        "1, 0",
        "0, -1",
        "0, 9223372036854775807",
        "-9223372036854775808, 9223372036854775807",
        "9223372036854775807, -9223372036854775808"
    })
    void ends_out_of_order_or_bounds_are_refused(long first, long last) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ByteRange.of(first, last))
                .withMessageContaining(first + "-" + last)
                .withMessageContaining("expected");
    }

    @Test
    void equal_by_both_ends() {
        EqualsVerifier.forClass(ByteRange.class).verify();
    }
}
