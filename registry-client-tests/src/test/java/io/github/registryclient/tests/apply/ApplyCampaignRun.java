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
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.MovableClock;
import io.github.registryclient.testkit.RegistrySnapshot;
import io.github.registryclient.testkit.RepositorySnapshot;
import io.github.registryclient.testkit.fault.FaultPlan;
import io.github.registryclient.testkit.fault.FaultyProxy;
import io.github.registryclient.testkit.manner.DeletionManner;
import io.github.registryclient.testkit.sample.RandomLimits;
import io.github.registryclient.testkit.sample.RandomRegistry;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.tests.undo.MemoryJournal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** One seed: a registry, a plan, its application through faults, kills and pushes of others, and what has to hold after that. */
final class ApplyCampaignRun {
    private static final int MOST_RUNS = 6;
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
        try (EmbeddedRegistry registry = seed.registry().start()) {
            RegistryFiller.of(registry.uri()).pushAll(content.repositories());
            Plan plan;
            try (HttpRegistryClient client =
                    HttpRegistryClient.connect(registry.uri().toString())) {
                plan = Planner.of(client, seed.policy(content.repositories()))
                        .build()
                        .plan();
            }
            RegistrySnapshot before = registry.snapshot();
            Intruder intruder = new Intruder(registry, before, new Random(seed.seed() + 1));
            FaultPlan faults = seed.faults();
            if (seed.isContested()) {
                faults = faults.event("somebody pushes", seed.pushes(), intruder);
            }
            try (FaultyProxy proxy = FaultyProxy.start(registry.uri(), faults)) {
                untilDone(registry, proxy, plan);
            }
            keeps(plan, before, registry.snapshot(), intruder);
            new Aftercare(registry, journal, clock).undo(before, intruder).forEach(findings::add);
        }
        return findings;
    }

    private void untilDone(EmbeddedRegistry registry, FaultyProxy proxy, Plan plan) {
        AtomicInteger steps = new AtomicInteger();
        for (int run = 1; run <= MOST_RUNS; run++) {
            boolean last = run == MOST_RUNS;
            boolean killed = run == 1 && seed.killedAt() > 0;
            Runnable step = () -> {
                if (killed && steps.incrementAndGet() >= seed.killedAt()) {
                    journal.kill();
                    throw new Killed("at step " + seed.killedAt());
                }
            };
            try (HttpRegistryClient client = HttpRegistryClient.builder(
                            (last ? registry.uri() : proxy.uri()).toString())
                    .retries(seed.retries())
                    .clock(clock)
                    .pauses(clock::move)
                    .build()) {
                RegistryClient meddled = Meddled.client(registry.uri(), client, (number, call) -> step.run());
                Report report = Applier.of(meddled, plan, new KilledJournal(journal, step))
                        .clock(clock)
                        .pause(clock::move)
                        .build()
                        .apply();
                tally.add(report);
                truth(report, registry.snapshot());
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

    /** Each outcome is what the storage says. Others change it only in contested runs, and there nothing that is said gone is back. */
    private void truth(Report report, RegistrySnapshot now) {
        for (ItemReport item : report.items()) {
            if (!item.isManifest()) {
                continue;
            }
            RepositorySnapshot repository = now.repositories().get(item.repository());
            boolean there = repository != null
                    && repository.manifests().containsKey(item.digest().orElseThrow());
            if (item.outcome() == Outcome.DELETED && there && !seed.isContested()) {
                findings.add(item + " is said to be deleted and is there");
            }
            boolean untouched = item.outcome() == Outcome.SKIPPED_CHANGED
                    || item.outcome() == Outcome.PROTECTED
                    || item.outcome() == Outcome.DENIED
                    || item.outcome() == Outcome.NOT_REACHED;
            boolean byOthers = seed.isContested()
                    || journal.runs(report.registry()).stream()
                            .filter(run -> !run.header().id().equals(report.run()))
                            .flatMap(run -> run.entries().stream())
                            .anyMatch(entry -> entry.digest().equals(item.digest()));
            if (untouched && !there && !byOthers) {
                findings.add(item + " is said to be left alone and is gone");
            }
            if (item.outcome() == Outcome.DELETED && repository != null && !seed.isContested()) {
                for (Tag tag : item.tags()) {
                    if (item.digest().get().equals(repository.tags().get(tag))) {
                        findings.add(item + " is said to be deleted and its tag " + tag + " is listed");
                    }
                }
            }
        }
        report.breaches().forEach(breach -> {
            if (!seed.isContested()) {
                findings.add("a breach: " + breach);
            }
        });
    }

    /** Nothing that the plan keeps is lost, and nothing that somebody pushed. */
    private void keeps(Plan plan, RegistrySnapshot before, RegistrySnapshot after, Intruder intruder) {
        for (RepositoryPlan one : plan.repositories()) {
            RepositorySnapshot was = before.repositories().get(one.name());
            RepositorySnapshot is = after.repositories().get(one.name());
            Set<Digest> kept = new LinkedHashSet<>();
            one.verdicts().manifests().forEach((digest, decision) -> {
                if (decision.verdict() == Verdict.KEEP) {
                    kept.add(digest);
                }
            });
            for (Digest digest : kept) {
                if (is == null
                        || !was.manifests().get(digest).equals(is.manifests().get(digest))) {
                    findings.add(one.name() + "@" + digest + " should have stayed and is gone");
                }
            }
            one.verdicts().tags().forEach((tag, decision) -> {
                if (decision.verdict() == Verdict.KEEP
                        && was.tags().containsKey(tag)
                        && !intruder.touched(one.name(), tag)
                        && (is == null || !was.tags().get(tag).equals(is.tags().get(tag)))) {
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
