package io.github.registryclient.cleanup.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.InvalidInputException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagTimeTest {
    private static final String DAY = "regex:.*-(?P<time>[0-9]{4}-[0-9]{2}-[0-9]{2})";

    private static TagTime form(String format) {
        return TagTime.builder().pattern(NamePattern.of(DAY)).format(format).build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yyyy-MM-dd",
                "YYYY-MM-dd",
                "uuuu-MM-DD",
                "uuuu-mm-dd",
                "HH:mm",
                "uuuuMMddHHMM",
                "uuuuMMddhhmm",
                "uuuuMMddHHss",
                "uuuuMMddHHmmX"
            })
    void a_format_that_cannot_read_what_it_writes_is_refused_with_the_remedy(String format) {
        assertThatThrownBy(() -> form(format))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("uuuu is the year");
    }

    @Test
    void a_format_of_days_reads_days() {
        assertThat(form("uuuu-MM-dd").find("pr-2026-11-29")).hasValue(Instant.parse("2026-11-29T00:00:00Z"));
        assertThat(form("uuuu-MM-dd").find("pr-2026-13-29")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"uuuuMMddHHmm", "uuuuMMdd", "uuuuMMddHH", "uuuu-DDD", "uuuuMMddhhmma", "uuuuMMdd'T'HHmmss"})
    void a_format_that_reads_what_it_writes_is_taken(String format) {
        assertThat(form(format).format()).isEqualTo(format);
    }

    @Test
    void the_ready_made_form_is_read_to_the_minute_wherever_it_stands() {
        Instant minute = Instant.parse("2018-06-04T19:25:00Z");

        assertThat(TagTime.ci().find("1.0.0-201806041925053")).hasValue(minute);
        assertThat(TagTime.ci().rest("1.0.0-201806041925053")).isEqualTo("053");
        assertThat(TagTime.ci().find("main-201806041925-arm64")).hasValue(minute);
        assertThat(TagTime.ci().find("main-999201806041925")).isEmpty();
    }
}
