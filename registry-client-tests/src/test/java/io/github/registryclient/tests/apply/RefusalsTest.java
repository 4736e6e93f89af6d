package io.github.registryclient.tests.apply;

import static io.github.registryclient.testkit.traffic.RequestPattern.delete;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.cleanup.apply.Applier;
import io.github.registryclient.cleanup.apply.ApplyRefusedException;
import io.github.registryclient.cleanup.journal.Lease;
import io.github.registryclient.cleanup.journal.LeaseHeldException;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.cleanup.report.Report;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A plan that does not fit, or a registry that does not let it: refused with the reason, and nothing is deleted. */
class RefusalsTest extends ApplyScene {
    private final SampleManifest going = image();

    private Plan filled() {
        push(SampleRepository.named("app").tag("main", image()).tag("pr-1", going));
        Plan plan = plan();
        registry.clearRequests();
        return plan;
    }

    private void assertUntouched() {
        assertThat(has(going)).isTrue();
        assertThat(registry.requests().matching(delete("/v2/**")))
                .as("probes only, for what nobody has")
                .allMatch(request -> request.status().orElse(0) != 202);
    }

    @Test
    void a_plan_for_another_registry() {
        Plan plan = filled();
        try (EmbeddedRegistry other = EmbeddedRegistry.start();
                HttpRegistryClient there =
                        HttpRegistryClient.connect(other.uri().toString())) {
            assertThatThrownBy(() -> Applier.of(there, plan, journal).build().apply())
                    .isInstanceOf(ApplyRefusedException.class)
                    .hasMessageContaining(registry.uri().toString())
                    .hasMessageContaining("plan for this one");
        }
        assertUntouched();
    }

    @Test
    void a_plan_made_by_another_account() {
        Plan plan = filled();
        try (HttpRegistryClient somebody = HttpRegistryClient.builder(
                        registry.uri().toString())
                .credentials("ann", "secret")
                .allowPlainHttpCredentials()
                .build()) {
            assertThatThrownBy(() -> Applier.of(somebody, plan, journal).build().apply())
                    .isInstanceOf(ApplyRefusedException.class)
                    .hasMessageContaining("made as nobody")
                    .hasMessageContaining("this is ann");
        }
        assertUntouched();
    }

    @Test
    void a_plan_that_is_older_than_a_day_unless_that_is_allowed() {
        Plan plan = filled();
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofHours(25));

        assertThatThrownBy(() -> applier(plan).clock(later).build().apply())
                .isInstanceOf(ApplyRefusedException.class)
                .hasMessageContaining("25 h 0 min old");
        assertUntouched();

        Report report = applier(plan)
                .clock(later)
                .oldestPlan(Duration.ofDays(2))
                .build()
                .apply();
        assertThat(outcome(report, going)).isEqualTo(Outcome.DELETED);
    }

    @Test
    void a_clock_that_was_set_back() {
        Plan plan = filled();
        Clock earlier = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));

        assertThatThrownBy(() -> applier(plan).clock(earlier).build().apply())
                .isInstanceOf(ApplyRefusedException.class)
                .hasMessageContaining("one of two clocks is wrong");
        assertUntouched();
    }

    @Test
    void deletion_is_switched_off() {
        Plan plan = filled();
        registry.setDeletion(false);

        assertThatThrownBy(() -> apply(plan))
                .isInstanceOf(ApplyRefusedException.class)
                .hasMessageContaining("REGISTRY_STORAGE_DELETE_ENABLED=true");
        assertUntouched();
    }

    @Test
    void the_registry_is_read_only() {
        Plan plan = filled();
        registry.setReadOnly(true);

        assertThatThrownBy(() -> apply(plan))
                .isInstanceOf(ApplyRefusedException.class)
                .hasMessageContaining("read-only just now");
        assertUntouched();
    }

    @Test
    void H13_somebody_else_is_at_it() {
        Plan plan = filled();
        try (Lease other = journal.lease(registry.uri().toString())) {
            assertThat(other).isNotNull();
            assertThatThrownBy(() -> apply(plan)).isInstanceOf(LeaseHeldException.class);
        }
        assertUntouched();
        assertThat(outcome(apply(plan), going)).isEqualTo(Outcome.DELETED);
    }
}
