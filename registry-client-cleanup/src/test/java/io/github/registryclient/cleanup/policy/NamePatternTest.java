package io.github.registryclient.cleanup.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.InvalidInputException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamePatternTest {
    @ParameterizedTest
    @CsvSource({
        "team/*, team/app, true",
        "team/*, team/app/sub, false",
        "team/*, team/, true",
        "team/*, team, false",
        "team/**, team/app/sub, true",
        "team/**, team, false",
        "**, any/thing, true",
        "*, any/thing, false",
        "pr-*, pr-7, true",
        "pr-*, xpr-7, false",
        "pr-*, pr-7/x, false",
        "v?.0, v1.0, true",
        "v?.0, v/.0, false",
        "1.0, 1x0, false",
        "a+b, a+b, true",
        "a+b, aab, false",
        "a\\*b, a*b, true",
        "a\\*b, axb, false",
        "latest, LATEST, false",
        "regex:v?\\d+, v12, true",
        "regex:v?\\d+, v12x, false",
        "regex:a|b, b, true",
        "regex:a|b, ab, false",
    })
    void a_pattern_matches_whole_names(String pattern, String name, boolean matches) {
        assertThat(NamePattern.of(pattern).matches(name)).isEqualTo(matches);
    }

    @Test
    void named_parts_of_a_glob_are_as_long_as_they_can_be() {
        NamePattern pattern = NamePattern.of("{branch}-*");

        assertThat(pattern.partNames()).containsExactly("branch");
        assertThat(pattern.parts("feature-x-201806041925053")).isEqualTo(Map.of("branch", "feature-x"));
        assertThat(pattern.parts("feature")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"regex:(?P<minor>\\d+\\.\\d+)\\.\\d+", "regex:(?<minor>\\d+\\.\\d+)\\.\\d+"})
    void named_groups_of_a_regular_expression_are_parts(String pattern) {
        assertThat(NamePattern.of(pattern).parts("1.10.3")).isEqualTo(Map.of("minor", "1.10"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{}-x", "{a-b}", "{a", "x\\", "regex:(", "regex:(?=x)", "regex:\\1"})
    void a_pattern_that_cannot_be_compiled_is_refused_with_a_remedy(String pattern) {
        assertThatThrownBy(() -> NamePattern.of(pattern))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("expected");
    }

    @Test
    void a_pattern_that_other_engines_choke_on_takes_no_time() {
        NamePattern pattern = NamePattern.of("regex:(a+)+$");
        long begin = System.nanoTime();

        assertThat(pattern.matches("a".repeat(100_000) + "b")).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
    }
}
