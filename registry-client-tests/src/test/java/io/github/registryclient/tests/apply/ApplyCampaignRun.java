package io.github.registryclient.tests.apply;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.Planner;
import io.github.registryclient.cleanup.apply.Applier;
import io.github.registryclient.cleanup.journal.JournalEntry;
import io.github.registryclient.cleanup.judge.Verdict;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.plan.RepositoryPlan;
import io.github.registryclient.cleanup.report.ItemReport;
import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.cleanup.report.Report;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.MovableClock;
import io.github.registryclient.testkit.fault.FaultPlan;
import io.github.registryclient.testkit.fault.FaultyProxy;
import io.github.registryclient.testkit.manner.DeletionManner;
import io.github.registryclient.testkit.process.RegistryProgram;
import io.github.registryclient.testkit.sample.RandomLimits;
import io.github.registryclient.testkit.sample.RandomRegistry;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.tests.undo.MemoryJournal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** One seed: a registry, a plan, its application through faults, kills and pushes of others, and what has to hold after that. */
final class ApplyCampaignRun {
    private static final int MOST_RUNS = 10;
    /** After that no DELETE of a killed run is running. */
    private static final Duration SURE = Duration.ofMinutes(6);

    private final CampaignSeed seed;
    private final MovableClock clock = MovableClock.at(Clock.systemUTC().instant());
    private final MemoryJournal journal = new MemoryJournal();
    private final List<String> findings = new ArrayList<>();
    private final CampaignTally tally;

    ApplyCampaignRun(CampaignSeed seed, CampaignTally tally) {
        this.seed = seed;
        this.tally = tally;
    }

    /** What was wrong. */
    List<String> run() {
        RandomRegistry content = RandomRegistry.of(
                seed.seed(), RandomLimits.defaults().withRepositories(2).withManifests(8));
        try (EmbeddedHome home = new EmbeddedHome(seed.registry().start())) {
            return run(home, content);
        }
    }

    /** The same on a registry as it is, without somebody else. */
    List<String> run(RegistryProgram program) {
        RandomRegistry content = RandomRegistry.of(
                seed.seed(),
                RandomLimits.defaults().withRepositories(2).withManifests(6).acceptedBy(program.name()));
        try (RealHome home = new RealHome(program, content.repositories())) {
            return run(home, content);
        }
    }

    private List<String> run(Home home, RandomRegistry content) {
        RegistryFiller.of(home.uri()).pushAll(content.repositories());
        Plan plan;
        try (HttpRegistryClient client = HttpRegistryClient.connect(home.uri().toString())) {
            plan = Planner.of(client, seed.policy(content.repositories()))
                    .build()
                    .plan();
        }
        Home.State before = home.state();
        Intruder intruder = new Intruder(home.uri(), before, new Random(seed.seed() + 1));
        FaultPlan faults = seed.faults();
        if (seed.isContested()) {
            faults = faults.event("somebody pushes", seed.pushes(), intruder);
        }
        try (FaultyProxy proxy = FaultyProxy.start(home.uri(), faults)) {
            untilDone(home, proxy, plan);
        }
        keeps(plan, before, home.state(), intruder);
        new Aftercare(home, journal, clock).undo(before, intruder).forEach(findings::add);
        if (!findings.isEmpty()) {
            journal.entries().forEach(entry -> findings.add("journal: " + entry));
        }
        return findings;
    }

    private void untilDone(Home home, FaultyProxy proxy, Plan plan) {
        AtomicInteger steps = new AtomicInteger();
        for (int run = 1; run <= MOST_RUNS; run++) {
            boolean clean = run > MOST_RUNS - 3;
            boolean killed = run == 1 && seed.killedAt() > 0;
            Runnable step = () -> {
                if (killed && steps.incrementAndGet() >= seed.killedAt()) {
                    journal.kill();
                    throw new Killed("at step " + seed.killedAt());
                }
            };
            try (HttpRegistryClient client = HttpRegistryClient.builder((clean ? home.uri() : proxy.uri()).toString())
                    .retries(seed.retries())
                    .clock(clock)
                    .pauses(clock::move)
                    .build()) {
                RegistryClient meddled = Meddled.client(home.uri(), client, (number, call) -> step.run());
                Report report = Applier.of(meddled, plan, new KilledJournal(journal, step))
                        .clock(clock)
                        .pause(clock::move)
                        .build()
                        .apply();
                tally.add(report);
                truth(report, home.state());
                if (report.status() == Report.Status.DONE) {
                    return;
                }
            } catch (Killed expected) {
                tally.killed();
                journal.revive();
            } catch (RegistryException refused) {
                tally.refused();
                clock.move(SURE);
            }
        }
        if (!seed.isContested()) {
            tally.neverDone(seed.seed());
        }
    }

    /** Each outcome is what the storage says. Others change it only in contested runs. */
    private void truth(Report report, Home.State now) {
        if (seed.isContested()) {
            return;
        }
        report.items().forEach(item -> wrong(report, item, now).ifPresent(what -> findings.add(item + " " + what)));
        report.breaches().forEach(breach -> findings.add("a breach: " + breach));
    }

    private Optional<String> wrong(Report report, ItemReport item, Home.State now) {
        boolean there = item.isManifest()
                ? now.manifest(item.repository(), item.digest().orElseThrow()).isPresent()
                : now.tag(item.repository(), item.tags().get(0)).isPresent();
        if (item.outcome().isGone()) {
            boolean tagged = item.tags().stream()
                    .anyMatch(tag -> now.tag(item.repository(), tag).equals(item.digest()));
            boolean left = item.outcome() == Outcome.UNTAGGED
                    && now.manifest(item.repository(), item.digest().orElseThrow())
                            .isEmpty();
            return there
                    ? Optional.of("is said to be gone and is there")
                    : tagged
                            ? Optional.of("is said to be gone and its tag is listed")
                            : left ? Optional.of("lost its manifest too") : Optional.empty();
        }
        boolean untouched = item.outcome() != Outcome.FAILED && item.outcome() != Outcome.MOVED;
        return untouched && !there && !isOfEarlierRun(report, item)
                ? Optional.of("is said to be left alone and is gone")
                : Optional.empty();
    }

    private boolean isOfEarlierRun(Report report, ItemReport item) {
        return journal.runs(report.registry()).stream()
                .filter(run -> !run.header().id().equals(report.run()))
                .flatMap(run -> run.entries().stream())
                .anyMatch(entry -> entry.digest().equals(item.digest()));
    }

    /** Nothing that the plan keeps is lost, and nothing that somebody pushed. */
    private void keeps(Plan plan, Home.State before, Home.State after, Intruder intruder) {
        for (RepositoryPlan one : plan.repositories()) {
            one.verdicts().manifests().forEach((digest, decision) -> {
                if (decision.verdict() == Verdict.KEEP
                        && !before.manifest(one.name(), digest).equals(after.manifest(one.name(), digest))) {
                    findings.add(one.name() + "@" + digest + " should have stayed and is gone");
                }
            });
            one.verdicts().tags().forEach((tag, decision) -> {
                if (decision.verdict() == Verdict.KEEP
                        && before.tag(one.name(), tag).isPresent()
                        && !intruder.touched(one.name() + ":" + tag)
                        && !before.tag(one.name(), tag).equals(after.tag(one.name(), tag))) {
                    findings.add(one.name() + ":" + tag + " should have stayed");
                }
            });
        }
        intruder.lost(after, this::isDeletedByName).forEach(findings::add);
    }

    /** A DELETE of a tag goes by its name, so what is pushed between the look at it and that falls into the window (H26). */
    private boolean isDeletedByName(RepositoryName repository, Tag tag) {
        return journal.entries().stream()
                .anyMatch(entry -> entry.repository().equals(Optional.of(repository))
                        && entry.tags().contains(tag)
                        && (entry.kind() == JournalEntry.Kind.TAG_INTENT || leavesTags()));
    }

    private boolean leavesTags() {
        return seed.manner()
                .filter(manner -> manner != DeletionManner.TAG_IS_UNSUPPORTED)
                .isPresent();
    }
}
