package io.github.registryclient.tests.plan;

import static io.github.registryclient.testkit.traffic.RequestPattern.get;
import static io.github.registryclient.testkit.traffic.ScriptedAnswer.status;

import io.github.registryclient.cleanup.PlannerBuilder;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.MovableClock;
import io.github.registryclient.testkit.RegistrySnapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * Earlier runs with a ledger, at times of their own, with a registry that changes between them; perhaps the ledger is lost on the way.
 * The naive one takes the same looks.
 */
final class Looks {
    final MemoryLedger ledger = new MemoryLedger();
    final NaiveLedger naive = new NaiveLedger();
    private final Random random;
    private final EmbeddedRegistry registry;
    private final Function<Policy, PlannerBuilder> planners;
    private final Map<String, String> blobs;

    Looks(
            Random random,
            EmbeddedRegistry registry,
            Function<Policy, PlannerBuilder> planners,
            Map<String, String> blobs) {
        this.random = random;
        this.registry = registry;
        this.planners = planners;
        this.blobs = blobs;
    }

    /** Looks some times, with the clock where it was then. */
    void take(RandomContent content, MovableClock clock) {
        int reach = random.nextBoolean() ? 60 : 2400;
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            Instant now = RandomTimes.NOW
                    .minus(Duration.ofHours(1 + reach * left / 4 + random.nextInt(reach / 4)))
                    .plusSeconds(19);
            clock.move(Duration.between(clock.instant(), now));
            if (random.nextInt(6) == 0) {
                lose(now);
            }
            String unreadable = random.nextInt(5) == 0 ? failOnce() : "";
            planner(now).build().plan();
            look(now, unreadable);
            content.change();
        }
        clock.move(Duration.between(clock.instant(), RandomTimes.NOW));
    }

    private PlannerBuilder planner(Instant now) {
        return planners.apply(Policy.builder().build())
                .clock(Clock.fixed(now, ZoneOffset.UTC))
                .ledger(ledger);
    }

    private void lose(Instant now) {
        ledger.lose();
        try {
            planner(now).build().plan();
            throw new AssertionError("planned without the ledger");
        } catch (InvalidInputException expected) {
            ledger.beginAnew(now);
            naive.beginAnew(now);
        }
    }

    /** A repository that cannot be read at this look, so that the ledger remembers of it what it did. */
    private String failOnce() {
        List<RepositoryName> names =
                new ArrayList<>(registry.snapshot().repositories().keySet());
        String name = names.get(random.nextInt(names.size())).toString();
        registry.script().on(get("/v2/" + name + "/tags/list")).times(1).answer(status(500));
        return name;
    }

    private void look(Instant now, String unreadable) {
        RegistrySnapshot snapshot = registry.snapshot();
        List<NaiveRepository> seen = new ArrayList<>();
        snapshot.repositories().forEach((name, content) -> {
            String text = name.toString();
            if (!text.equals(unreadable)) {
                seen.add(new NaiveRepository(text, content, blobs, true, naive.known(text)));
            }
        });
        naive.look(now, seen);
    }
}
