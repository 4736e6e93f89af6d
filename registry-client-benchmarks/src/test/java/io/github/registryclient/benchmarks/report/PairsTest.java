package io.github.registryclient.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairsTest {
    @Test
    void the_ratio_is_the_median_of_the_pairs_and_not_the_ratio_of_the_medians() {
        Iterator<Double> subject = List.of(90.0, 50.0, 200.0).iterator();
        Iterator<Double> bar = List.of(100.0, 100.0, 210.0).iterator();

        Pairs pairs = Pairs.measure(3, subject::next, bar::next);

        assertThat(pairs.subject()).isEqualTo(90);
        assertThat(pairs.bar()).isEqualTo(100);
        assertThat(pairs.ratio()).isEqualTo(0.9);
        assertThat(pairs.ratios()).isEqualTo("0.50 0.90 0.95");
    }

    @Test
    void whoever_goes_first_changes_from_pair_to_pair() {
        List<String> order = new ArrayList<>();

        Pairs.measure(3, () -> note(order, "subject"), () -> note(order, "bar"));

        assertThat(order).containsExactly("subject", "bar", "bar", "subject", "subject", "bar");
    }

    private static double note(List<String> order, String who) {
        order.add(who);
        return 1;
    }
}
