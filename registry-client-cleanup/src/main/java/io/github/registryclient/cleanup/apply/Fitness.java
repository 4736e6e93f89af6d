package io.github.registryclient.cleanup.apply;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.text.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a plan may be carried out at all, here and now and by this account. */
final class Fitness {
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final Plan plan;

    Fitness(Plan plan) {
        this.plan = plan;
    }

    void requireRegistry(RegistryClient client) {
        String registry = client.registry().toString();
        if (!plan.header().registry().equals(registry)) {
            throw new ApplyRefusedException(
                    "the plan is for " + plan.header().registry() + ", and this is " + registry
                            + "; connect to the plan's, or plan for this one",
                    null);
        }
    }

    void requireYoung(Instant now, Duration oldest) {
        Duration age = Duration.between(plan.header().created(), now);
        if (age.compareTo(CLOCKS_DIFFER.negated()) < 0) {
            throw new ApplyRefusedException(
                    "the plan was made at " + plan.header().created() + ", and it is " + now
                            + " here: one of two clocks is wrong, so its age cannot be told; set it, or plan again",
                    null);
        }
        if (age.compareTo(oldest) > 0) {
            throw new ApplyRefusedException(
                    "the plan is " + Times.text(age) + " old, and may be " + Times.text(oldest)
                            + "; plan again, or allow it to be older",
                    null);
        }
    }

    void requireAccount(Optional<String> account) {
        if (!plan.header().account().equals(account)) {
            throw new ApplyRefusedException(
                    "the plan was made as " + shown(plan.header().account()) + ", and this is " + shown(account)
                            + ", who may see something else; use the same account, or plan again",
                    null);
        }
    }

    private static String shown(Optional<String> account) {
        return account.orElse("nobody");
    }
}
