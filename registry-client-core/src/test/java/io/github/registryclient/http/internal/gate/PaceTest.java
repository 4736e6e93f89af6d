package io.github.registryclient.http.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When a host gets its next request; times in milliseconds. */
class PaceTest {
    private static final long LONG = 1_000_000;

    @Test
    void nobody_waits_where_nothing_was_said() {
        Pace pace = new Pace(0);
        for (int i = 0; i < 100; i++) {
            assertThat(pace.takeTurn(7, LONG)).isZero();
        }
    }

    @Test
    void requests_a_second_come_in_even_gaps() {
        Pace pace = new Pace(100);
        assertThat(pace.takeTurn(0, LONG)).isZero();
        assertThat(pace.takeTurn(0, LONG)).isEqualTo(100);
        assertThat(pace.takeTurn(50, LONG)).isEqualTo(150);
        assertThat(pace.takeTurn(1_000, LONG)).isZero();
    }

    @Test
    void a_turn_that_comes_too_late_is_not_taken() {
        Pace pace = new Pace(100);
        pace.takeTurn(0, LONG);
        assertThat(pace.takeTurn(0, 99)).isEqualTo(-1);
        assertThat(pace.takeTurn(0, 100)).isEqualTo(100);
    }

    @Test
    void what_a_host_asks_to_wait_all_wait() {
        Pace pace = new Pace(0);
        pace.slowDown(0, 10, 5_000);
        assertThat(pace.isStopped(5_009)).isTrue();
        assertThat(pace.takeTurn(10, LONG)).isGreaterThanOrEqualTo(5_000);
        assertThat(pace.isStopped(5_010)).isFalse();
    }

    @Test
    void a_turn_that_is_given_back_is_another_s() {
        Pace pace = new Pace(1_000);
        pace.takeTurn(0, LONG);
        for (int i = 0; i < 40; i++) {
            assertThat(pace.takeTurn(0, LONG)).isEqualTo(1_000);
            pace.giveBack();
        }
    }

    @Test
    void a_host_that_asked_for_nothing_is_not_said_to() {
        assertThat(new Pace(1_000).stoppedFor(0)).isZero();
    }

    @Test
    void a_clock_that_was_set_back_holds_nobody_back() {
        Pace pace = new Pace(1_000);
        pace.takeTurn(18_000_000, LONG);
        pace.slowDown(18_000_000, 18_000_000, 60_000);
        assertThat(pace.stoppedFor(0)).isLessThanOrEqualTo(60_000);
        assertThat(pace.takeTurn(0, LONG)).isLessThanOrEqualTo(62_000);
    }

    @Test
    void no_host_stops_it_for_more_than_a_minute() {
        Pace pace = new Pace(0);
        pace.slowDown(0, 0, 86_400_000);
        assertThat(pace.takeTurn(0, LONG)).isLessThanOrEqualTo(60_000);
    }

    @Test
    void those_on_their_way_when_it_was_said_say_nothing_new() {
        Pace pace = new Pace(0);
        assertThat(pace.slowDown(0, 10, 0)).isTrue();
        assertThat(pace.slowDown(5, 11, 0)).isFalse();
        assertThat(pace.slowDown(12, 13, 0)).isTrue();
    }

    @Test
    void it_slows_down_to_a_request_in_five_seconds_and_no_further() {
        Pace pace = new Pace(0);
        for (int i = 0; i < 20; i++) {
            pace.slowDown(i, i, 0);
        }
        pace.takeTurn(20, LONG);
        assertThat(pace.takeTurn(20, LONG)).isBetween(5_000L, 10_020L);
    }

    @Test
    void it_recovers_as_things_go_well() {
        Pace pace = new Pace(0);
        for (int i = 0; i < 20; i++) {
            pace.slowDown(i, i, 0);
        }
        int requests = 0;
        for (; pace.isSlowed() && requests < 1_000; requests++) {
            pace.wentWell();
        }
        assertThat(requests).isBetween(100, 200);
        pace.takeTurn(LONG, LONG);
        assertThat(pace.takeTurn(LONG, LONG)).isZero();
    }

    @Test
    void it_forgets_after_a_minute_of_silence() {
        Pace pace = new Pace(0);
        for (int i = 0; i < 20; i++) {
            pace.slowDown(i, i, 0);
        }
        pace.takeTurn(100_000, LONG);
        assertThat(pace.takeTurn(100_000, LONG)).isZero();
    }

    /** A host that takes so many a second and refuses the rest, as nginx's limit_req does, is found out and kept near to. */
    @Test
    void it_finds_the_rate_that_a_host_takes() {
        long hostsGap = 200;
        Pace pace = new Pace(0);
        long now = 0;
        long free = 0;
        int taken = 0;
        int refused = 0;
        while (now < 600_000) {
            now += pace.takeTurn(now, LONG) + 1;
            if (now >= free) {
                free = now + hostsGap;
                taken++;
                pace.wentWell();
            } else {
                refused++;
                pace.slowDown(now, now, 0);
            }
        }
        assertThat(taken).isGreaterThan(600_000 / 200 / 2);
        assertThat(refused).isLessThan(taken / 5);
    }
}
