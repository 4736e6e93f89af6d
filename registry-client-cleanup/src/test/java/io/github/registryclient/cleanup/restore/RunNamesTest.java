package io.github.registryclient.cleanup.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunNamesTest {
    private static final Instant NOW = Instant.parse("2026-01-31T23:59:59.999Z");

    @Test
    void a_name_is_the_time() {
        assertThat(RunNames.next(NOW, Optional.empty())).isEqualTo("20260131T235959999Z");
        assertThat(RunNames.next(NOW, Optional.of("20260131T235959998Z-7c1d"))).isEqualTo("20260131T235959999Z");
    }

    @Test
    void when_the_clock_went_back_it_is_greater_than_the_newest_and_no_longer() {
        assertThat(RunNames.next(NOW, Optional.of("20260131T235959999Z-7c1d"))).isEqualTo("20260201T000000000Z");
        assertThat(RunNames.next(NOW, Optional.of("20991231T235959999Z"))).isEqualTo("21000101T000000000Z");
    }

    @Test
    void it_is_greater_than_a_name_that_somebody_else_gave() {
        assertThat(RunNames.next(NOW, Optional.of("run-7"))).isGreaterThan("run-7");
    }
}
