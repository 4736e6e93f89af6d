package io.github.registryclient.tests.plan;

import io.github.registryclient.cleanup.policy.AgeRules;
import io.github.registryclient.cleanup.policy.Fuse;
import io.github.registryclient.cleanup.policy.NamePattern;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.policy.Rule;
import io.github.registryclient.cleanup.policy.TagTime;
import io.github.registryclient.error.InvalidInputException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;

/** Draws policies that are valid. For one thread. */
final class RandomPolicy {
    private static final List<String> SOURCES = List.of("tag", "annotation", "config", "ledger", NaiveAge.OWN_SOURCE);

    private final Random random;
    private final RandomReferences references;

    RandomPolicy(Random random, RandomReferences references) {
        this.random = random;
        this.references = references;
    }

    Policy draw() {
        Policy.Builder policy = Policy.builder().defaultProtections(random.nextInt(3) > 0);
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            policy.addRules(rule("rule " + i, random.nextInt(4) == 0));
        }
        if (random.nextInt(4) == 0) {
            policy.addKeep(references.one(false));
        }
        return policy.ages(ages()).fuse(fuse()).build();
    }

    /** A rule that contradicts itself is refused, and drawn anew. */
    Rule rule(String name, boolean keep) {
        while (true) {
            try {
                return new RandomRule(random, keep ? Rule.keep(name) : Rule.delete(name), references)
                        .draw(keep)
                        .build();
            } catch (InvalidInputException refused) {
                // drawn anew
            }
        }
    }

    private AgeRules ages() {
        AgeRules.Builder ages = AgeRules.builder();
        if (random.nextInt(4) == 0) {
            ages.source(SOURCES.get(random.nextInt(SOURCES.size())));
        }
        if (random.nextInt(3) == 0) {
            ages.tagTimes(List.of(
                    TagTime.ci(),
                    TagTime.builder()
                            .pattern(NamePattern.of("regex:.*-d(?P<time>20[0-9]{6})"))
                            .format("uuuuMMdd")
                            .zone(ZoneId.of("Europe/Berlin"))
                            .build()));
        }
        return ages.grace(Duration.ofHours(random.nextInt(48))).build();
    }

    private Fuse fuse() {
        Fuse.Builder fuse = Fuse.builder();
        if (random.nextInt(3) == 0) {
            fuse.share(0.1 + random.nextInt(9) / 10.0).shareFrom(1 + random.nextInt(10));
        }
        if (random.nextInt(8) == 0) {
            fuse.perRepository(1 + random.nextInt(6));
        }
        if (random.nextInt(8) == 0) {
            fuse.perRun(1 + random.nextInt(15));
        }
        return fuse.build();
    }
}
