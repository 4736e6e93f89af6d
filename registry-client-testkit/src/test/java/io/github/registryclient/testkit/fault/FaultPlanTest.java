package io.github.registryclient.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultPlanTest {
    private static final FaultPlan ALL =
            FaultPlan.seeded(4711).with(EnumSet.allOf(FaultKind.class), 1.0 / FaultKind.values().length);

    private static String drawn(FaultPlan plan, String method, String target, int number) {
        Fate fate = plan.fate(method, target, number);
        return fate.kind() + " " + fate.details().nextLong();
    }

    @Test
    void the_same_position_meets_the_same_fault_whatever_came_before() {
        List<String> there = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            there.add(drawn(ALL, "GET", "/v2/a/tags/list", i));
        }
        List<String> back = new ArrayList<>();
        for (int i = 100; i >= 1; i--) {
            drawn(ALL, "HEAD", "/v2/", i);
            back.add(0, drawn(ALL, "GET", "/v2/a/tags/list", i));
        }
        assertThat(back).isEqualTo(there);
    }

    @Test
    void other_seeds_methods_targets_and_numbers_are_other_draws() {
        assertThat(List.of(
                        drawn(ALL, "GET", "/v2/a", 1),
                        drawn(ALL, "HEAD", "/v2/a", 1),
                        drawn(ALL, "GET", "/v2/b", 1),
                        drawn(ALL, "GET", "/v2/a", 2),
                        drawn(FaultPlan.seeded(4712).with(EnumSet.allOf(FaultKind.class), 0.01), "GET", "/v2/a", 1)))
                .doesNotHaveDuplicates();
    }

    @Test
    void faults_come_as_often_as_the_plan_says() {
        FaultPlan plan = FaultPlan.seeded(1)
                .with(FaultKind.FORBIDDEN, 0.3)
                .with(FaultKind.ANSWER_CUT, 0.1)
                .event("never", 0, () -> {})
                .event("half", 0.5, () -> {});
        Map<FaultKind, Integer> counts = new EnumMap<>(FaultKind.class);
        int halves = 0;
        for (int i = 0; i < 20_000; i++) {
            Fate fate = plan.fate("GET", "/v2/r" + i + "/tags/list", 1);
            fate.kind().ifPresent(kind -> counts.merge(kind, 1, Integer::sum));
            halves += fate.happenings().size();
            assertThat(fate.happenings())
                    .noneMatch(happening -> happening.name().equals("never"));
        }
        assertThat(counts).containsOnlyKeys(FaultKind.FORBIDDEN, FaultKind.ANSWER_CUT);
        assertThat(counts.get(FaultKind.FORBIDDEN)).isCloseTo(6_000, within(300));
        assertThat(counts.get(FaultKind.ANSWER_CUT)).isCloseTo(2_000, within(200));
        assertThat(halves).isCloseTo(10_000, within(400));
    }

    @Test
    void a_plan_without_faults_has_none() {
        for (int i = 1; i < 1_000; i++) {
            assertThat(FaultPlan.seeded(i).fate("GET", "/v2/", i).kind()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void no_chance_is_refused(double rate) {
        FaultPlan plan = FaultPlan.seeded(1);
        assertThatThrownBy(() -> plan.with(FaultKind.FORBIDDEN, rate)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> plan.event("x", rate, () -> {})).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void more_than_one_fault_for_a_request_is_refused() {
        FaultPlan plan = FaultPlan.seeded(1).with(FaultKind.FORBIDDEN, 0.6);
        assertThatThrownBy(() -> plan.with(FaultKind.ANSWER_CUT, 0.6)).isInstanceOf(IllegalArgumentException.class);
        assertThat(plan.with(FaultKind.FORBIDDEN, 0.9)).isNotNull();
    }
}
