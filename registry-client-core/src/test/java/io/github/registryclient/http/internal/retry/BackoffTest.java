package io.github.registryclient.http.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    @ParameterizedTest
    @CsvSource({
        "1, 125, 250",
        "2, 250, 500",
        "3, 500, 1000",
        "6, 4000, 8000",
        "7, 5000, 10000",
        "8, 5000, 10000",
        "100, 5000, 10000",
        "2147483647, 5000, 10000"
    })
    void a_wait_doubles_with_each_failure_up_to_ten_seconds_and_is_spread_over_its_second_half(
            int failures, long least, long most) {
        Backoff backoff = new Backoff(new Random(1));
        for (int i = 0; i < 1_000; i++) {
            assertThat(backoff.millis(failures)).isBetween(least, most);
        }
    }
}
