package io.github.registryclient.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.InvalidInputException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type for times, and where runs are written down if they say nothing. */
class TimesTest {
    @ParameterizedTest
    @CsvSource({"2h, PT2H", "90m, PT1H30M", "1d, PT24H", "2w, PT336H", "30s, PT30S"})
    void a_length_has_a_number_and_a_unit(String text, Duration length) {
        assertThat(Times.length("--stop-after", text)).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "h", "0h", "-1h", "1.5h", "2 h", "99999999d", "2H"})
    void anything_else_is_refused_with_the_option_and_an_example(String text) {
        assertThatThrownBy(() -> Times.length("--stop-after", text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll("--stop-after", "2h, 90m or 1d");
    }

    @ParameterizedTest
    @CsvSource({
        "06:00,                2026-03-01T22:00+01:00[Europe/Berlin], 2026-03-02T05:00:00Z, tomorrow",
        "06:00,                2026-03-01T05:59+01:00[Europe/Berlin], 2026-03-01T05:00:00Z, today",
        "06:00,                2026-03-01T06:00+01:00[Europe/Berlin], 2026-03-02T05:00:00Z, not now",
        "06:00,                2026-03-28T22:00+01:00[Europe/Berlin], 2026-03-29T04:00:00Z, the night in which clocks go forward",
        "02:30,                2026-03-28T22:00+01:00[Europe/Berlin], 2026-03-29T01:30:00Z, a time that this night does not have",
        "2026-03-05T06:00:00Z, 2026-03-01T22:00+01:00[Europe/Berlin], 2026-03-05T06:00:00Z, a time with its zone",
    })
    void a_time_of_day_is_the_next_one(String text, ZonedDateTime now, Instant time, String why) {
        assertThat(Times.next("--until", text, now)).as(why).isEqualTo(time);
    }

    @Test
    void runs_are_written_below_the_users_state() {
        Path home = Path.of("/home/somebody/.local/state/registry-client/journal");

        assertThat(JournalOption.standard(Map.of(), "/home/somebody")).isEqualTo(home);
        assertThat(JournalOption.standard(Map.of("XDG_STATE_HOME", ""), "/home/somebody"))
                .isEqualTo(home);
        assertThat(JournalOption.standard(Map.of("XDG_STATE_HOME", "state"), "/home/somebody"))
                .as("the specification lets a relative path not count")
                .isEqualTo(home);
        assertThat(JournalOption.standard(Map.of("XDG_STATE_HOME", "/state"), "/home/somebody"))
                .isEqualTo(Path.of("/state/registry-client/journal"));
    }
}
