package io.github.registryclient.http.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How many requests a host gets at a time. */
class LanesTest {
    private static int entered(Lanes lanes) throws InterruptedException {
        int entered = 0;
        while (lanes.enterAtOnce()) {
            entered++;
        }
        for (int i = 0; i < entered; i++) {
            lanes.leave();
        }
        return entered;
    }

    @Test
    void a_host_that_has_too_much_to_do_gets_half_each_time_and_never_less_than_one() throws InterruptedException {
        Lanes lanes = new Lanes(8);
        for (int expected : new int[] {8, 4, 2, 1, 1}) {
            assertThat(entered(lanes)).isEqualTo(expected);
            assertThat(lanes.width()).isEqualTo(expected);
            lanes.narrow();
        }
    }

    @Test
    void as_answers_go_well_it_gets_one_more_after_each_round_until_it_has_all_again() throws InterruptedException {
        Lanes lanes = new Lanes(4);
        lanes.narrow();
        lanes.narrow();
        for (int width = 1; width < 4; width++) {
            for (int answer = 1; answer < width; answer++) {
                lanes.wentWell();
                assertThat(entered(lanes)).isEqualTo(width);
            }
            lanes.wentWell();
            assertThat(entered(lanes)).isEqualTo(width + 1);
        }
        for (int answer = 0; answer < 100; answer++) {
            lanes.wentWell();
        }
        assertThat(entered(lanes)).isEqualTo(4);
    }

    @Test
    void who_is_on_the_way_stays_on_it() throws InterruptedException {
        Lanes lanes = new Lanes(4);
        for (int i = 0; i < 4; i++) {
            assertThat(lanes.enterAtOnce()).isTrue();
        }
        lanes.narrow();
        lanes.leave();
        lanes.leave();
        assertThat(lanes.enterAtOnce()).as("two are left, and two may be").isFalse();
        lanes.leave();
        assertThat(lanes.enterAtOnce()).isTrue();
    }
}
