package io.github.registryclient.tests.apply;

import io.github.registryclient.cleanup.policy.NameFilter;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.policy.Rule;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.EmbeddedRegistryBuilder;
import io.github.registryclient.testkit.fault.FaultKind;
import io.github.registryclient.testkit.fault.FaultPlan;
import io.github.registryclient.testkit.manner.DeletionManner;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a seed of the campaign is made of. */
final class CampaignSeed {
    private static final List<FaultKind> HONEST = Stream.of(FaultKind.values())
            .filter(kind -> !kind.mayMislead() && kind != FaultKind.ANSWER_SILENT && kind != FaultKind.THROTTLED)
            .collect(Collectors.toUnmodifiableList());
    private static final List<DeletionManner> MANNERS = List.of(
            DeletionManner.TAGS_DANGLE,
            DeletionManner.TAGS_OUTLIVE_THEIR_DIGEST,
            DeletionManner.ONE_TAG_STAYS,
            DeletionManner.TAG_IS_UNSUPPORTED);

    private final long seed;
    private final Random random;
    private final boolean faulty;
    private final boolean contested;
    private final int killedAt;
    private final Optional<DeletionManner> manner;

    CampaignSeed(long seed) {
        this(seed, true);
    }

    /** Nobody pushes to a real registry meanwhile, for what it has is asked of itself. */
    static CampaignSeed ofReal(long seed) {
        return new CampaignSeed(seed, false);
    }

    private CampaignSeed(long seed, boolean mayBeContested) {
        this.seed = seed;
        random = new Random(seed * 31 + 7);
        faulty = random.nextInt(3) > 0;
        contested = random.nextInt(3) == 0 && mayBeContested;
        manner = random.nextInt(3) == 0 ? Optional.of(MANNERS.get(random.nextInt(MANNERS.size()))) : Optional.empty();
        killedAt = random.nextInt(2) == 0 ? 1 + random.nextInt(60) : 0;
    }

    long seed() {
        return seed;
    }

    /** Whether somebody else pushes meanwhile. */
    boolean isContested() {
        return contested;
    }

    /** The step at which the process ends; 0 for none. */
    int killedAt() {
        return killedAt;
    }

    Optional<DeletionManner> manner() {
        return manner;
    }

    EmbeddedRegistryBuilder registry() {
        EmbeddedRegistryBuilder builder = EmbeddedRegistry.builder().requestsKept(0);
        manner.ifPresent(builder::manner);
        if (random.nextInt(3) == 0) {
            builder.noReferrersApi();
        }
        return builder;
    }

    FaultPlan faults() {
        FaultPlan plan = FaultPlan.seeded(seed).pause(Duration.ofMillis(1));
        if (!faulty) {
            return plan;
        }
        double rate = 0.02 + random.nextDouble() * 0.2;
        return plan.with(Set.of(HONEST.get(random.nextInt(HONEST.size()))), rate);
    }

    double pushes() {
        return contested ? 0.05 + random.nextDouble() * 0.2 : 0;
    }

    int retries() {
        return random.nextInt(3);
    }

    /** Some tags go, perhaps all; and what has none, perhaps. */
    Policy policy(Collection<SampleRepository> repositories) {
        NameFilter.Builder some = NameFilter.builder();
        boolean any = false;
        for (SampleRepository repository : repositories) {
            for (Tag tag : repository.tagged().keySet()) {
                if (random.nextBoolean()) {
                    some.include(tag.toString());
                    any = true;
                }
            }
        }
        Policy.Builder policy = Policy.builder().defaultProtections(false);
        if (any) {
            policy.addRules(Rule.delete("some")
                    .tags(some.build())
                    .allowEmpty(true)
                    .maxShare(1)
                    .build());
        }
        return policy.addRules(Rule.delete("without tags")
                        .untagged(true)
                        .allowEmpty(true)
                        .maxShare(1)
                        .build())
                .build();
    }
}
