package io.github.registryclient.tests.plan;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.Planner;
import io.github.registryclient.cleanup.age.AgeSource;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.policy.AgeRules;
import io.github.registryclient.cleanup.policy.NameFilter;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.policy.Rule;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Somebody's own source of ages: when each tag was pulled last. */
final class LastPulls implements AgeSource {
    private static final String NAME = "x-last-pull";

    private final Function<Tag, Optional<Instant>> pulls;

    private LastPulls(Function<Tag, Optional<Instant>> pulls) {
        this.pulls = pulls;
    }

    /** By a policy that deletes what was not pulled for 30 days. */
    static Plan plan(RegistryClient client, Function<Tag, Optional<Instant>> pulls) {
        Policy month = Policy.builder()
                .ages(AgeRules.builder().source(NAME).build())
                .addRules(Rule.delete("not pulled for 30 days")
                        .tags(NameFilter.builder().include("*").build())
                        .olderThan(Duration.ofDays(30))
                        .allowEmpty(true)
                        .build())
                .build();
        return Planner.of(client, month).ageSource(new LastPulls(pulls)).build().plan();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Instant> time(RepositoryName repository, Optional<Tag> tag, Digest digest) {
        return tag.flatMap(pulls);
    }
}
