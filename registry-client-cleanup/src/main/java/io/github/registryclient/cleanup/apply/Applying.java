package io.github.registryclient.cleanup.apply;

import io.github.registryclient.Capabilities;
import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.journal.Journal;
import io.github.registryclient.cleanup.journal.JournalEntry;
import io.github.registryclient.cleanup.journal.JournalException;
import io.github.registryclient.cleanup.journal.Lease;
import io.github.registryclient.cleanup.journal.RunHeader;
import io.github.registryclient.cleanup.journal.RunLog;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.plan.RepositoryPlan;
import io.github.registryclient.cleanup.plan.Space;
import io.github.registryclient.cleanup.read.RegistryReader;
import io.github.registryclient.cleanup.report.Report;
import io.github.registryclient.cleanup.restore.RunNames;
import io.github.registryclient.cleanup.store.DocumentCache;
import io.github.registryclient.error.CallInterruptedException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.internal.Excerpt;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The carrying out of one plan: what has to be so before, the repositories side by side, and the report. Used once. */
final class Applying {
    private static final long BYTES_AN_ITEM = 2_000;
    private static final int READS_AT_ONCE = 8;
    private static final int ID_LENGTH = 8;

    private final RegistryClient client;
    private final Plan plan;
    private final Journal journal;
    private final ApplySettings settings;
    private final Brake brake;
    private final Tally tally;
    private final Fitness fitness;
    private final Instant begun;
    private final String registry;
    private Optional<String> failure = Optional.empty();
    private final Map<RepositoryName, Permissions> permissions = new LinkedHashMap<>();

    Applying(RegistryClient client, Plan plan, Journal journal, ApplySettings settings, Brake brake) {
        this.client = client;
        this.plan = plan;
        this.journal = journal;
        this.settings = settings;
        this.brake = brake;
        this.tally = new Tally(plan, settings);
        this.fitness = new Fitness(plan);
        this.begun = settings.clock().instant();
        this.registry = client.registry().toString();
    }

    Report run() {
        fitness.requireRegistry(client);
        fitness.requireYoung(begun, settings.oldestPlan());
        try (Lease lease = journal.lease(registry)) {
            List<RepositoryPlan> repositories = plan.repositories().stream()
                    .filter(one ->
                            !one.deletions().isEmpty() || !one.tagDeletions().isEmpty())
                    .collect(Collectors.toList());
            askForAll(repositories);
            new Unfinished(client, journal, lease, settings.clock()).settle(tally);
            Uses uses = new Uses(settings);
            uses.now();
            tally.planned(plan.space().freed());
            RunHeader header = header();
            try (RunLog log = journal.begin(header, expectedBytes(repositories))) {
                Intents intents = new Intents(log);
                carryOut(repositories, uses, lease, log, intents);
                end(log, intents);
            }
            settings.keepsJournal().ifPresent(age -> journal.forget(registry, begun.minus(age)));
            return report(header);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(
                    "GET", registry, "the thread was interrupted before anything was deleted", e);
        }
    }

    /** One that cannot be asked is left alone; where none can, the reason is the first one's. */
    private void askForAll(List<RepositoryPlan> repositories) {
        Optional<RegistryException> first = Optional.empty();
        for (RepositoryPlan repository : repositories) {
            try {
                askFor(repository.name());
            } catch (ApplyRefusedException e) {
                throw e;
            } catch (RegistryException e) {
                if (Ending.isOfAll(e)) {
                    throw e;
                }
                first = first.or(() -> Optional.of(e));
                tally.of(repository.name()).endRest("it could not be asked what may be done there: " + e.getMessage());
            }
        }
        if (permissions.isEmpty() && first.isPresent()) {
            throw first.get();
        }
    }

    private void askFor(RepositoryName repository) {
        Permissions asked = Permissions.ask(client, repository);
        if (permissions.isEmpty()) {
            fitness.requireAccount(asked.capabilities().account());
        }
        permissions.put(repository, asked);
        Optional<String> cannot = asked.cannotDelete();
        if (cannot.isPresent() && asked.isForAll()) {
            throw new ApplyRefusedException(repository + ": " + cannot.get() + ". Nothing was deleted", null);
        }
        if (asked.cannotPush().isPresent()) {
            if (settings.requiresUndo()) {
                throw new ApplyRefusedException(
                        repository + ": " + asked.cannotPush().get()
                                + ", so nothing could be put back, and that is required. Nothing was deleted",
                        null);
            }
            tally.note(repository + ": " + asked.cannotPush().get() + "; by it nothing can be put back");
        }
    }

    private RunHeader header() {
        return RunHeader.builder()
                .id(RunNames.next(begun, journal.newest(registry)) + "-"
                        + UUID.randomUUID().toString().substring(0, ID_LENGTH))
                .purpose(RunHeader.Purpose.APPLY)
                .registry(registry)
                .account(plan.header().account())
                .plan(plan.hash())
                .begun(begun)
                .build();
    }

    private static long expectedBytes(List<RepositoryPlan> repositories) {
        long bytes = 0;
        for (RepositoryPlan repository : repositories) {
            for (Digest digest : repository.deletions()) {
                bytes += 2
                        * repository
                                .verdicts()
                                .graph()
                                .manifest(digest)
                                .map(one -> one.size())
                                .orElse(0L);
            }
            bytes += BYTES_AN_ITEM
                    * (repository.deletions().size() + repository.tagDeletions().size());
        }
        return bytes;
    }

    private void carryOut(List<RepositoryPlan> repositories, Uses uses, Lease lease, RunLog log, Intents intents) {
        boolean lists = permissions.values().stream()
                .anyMatch(one -> one.capabilities().referrersApi() != Capabilities.Support.NO);
        try (RegistryReader reader =
                new RegistryReader(client, plan.header().policy(), false, DocumentCache.NONE, lists, READS_AT_ONCE)) {
            Run run = new Run(client, plan, journal, settings, log, intents, lease, brake, tally, uses, reader, lists);
            List<Crew.Work> works = new ArrayList<>();
            repositories.forEach(repository -> works.add(() -> carryOut(run, repository)));
            Crew crew = new Crew(brake, ApplySettings.LAST_ITEM);
            if (crew.run(works, settings.repositoriesAtOnce())) {
                Thread.currentThread().interrupt();
            }
            crew.fault().ifPresent(this::tell);
        }
    }

    private void tell(Throwable fault) {
        failure = Optional.of("a fault of this program: " + Excerpt.of(fault.toString()));
        System.getLogger("io.github.registryclient.cleanup.apply")
                .log(System.Logger.Level.ERROR, "the run ended by a fault", fault);
    }

    private void carryOut(Run run, RepositoryPlan repository) throws InterruptedException {
        Permissions permission = permissions.get(repository.name());
        if (permission == null) {
            return;
        }
        Optional<String> cannot = permission.cannotDelete();
        if (cannot.isPresent()) {
            tally.of(repository.name()).denyAll(cannot.get());
        } else if (brake.reason().isEmpty()) {
            new RepositoryRun(run, repository, permission.capabilities()).carryOut();
        } else {
            tally.of(repository.name()).endRest(brake.reason().orElse(""));
        }
    }

    /** Without an end the next run looks what became of what was in hand. */
    private void end(RunLog log, Intents intents) {
        try {
            if (!intents.areOpen()) {
                log.write(JournalEntry.builder()
                        .kind(JournalEntry.Kind.END)
                        .time(settings.clock().instant())
                        .cause(brake.reason())
                        .build());
            }
            log.flush();
        } catch (JournalException e) {
            brake.stop(String.valueOf(e.getMessage()));
            tally.note("the journal does not have the end of this run: " + e.getMessage());
        }
    }

    private Report report(RunHeader header) {
        Space freed = plan.space(tally.gone());
        Report.Builder report = Report.builder()
                .run(header.id())
                .registry(registry)
                .plan(plan.hash())
                .begun(begun)
                .ended(settings.clock().instant())
                .breaches(tally.breaches())
                .stopped(brake.reason())
                .failure(failure)
                .notes(tally.notes())
                .items(tally.items())
                .forecast(plan.space().freed())
                .freed(freed.freed())
                .atMostBecause(freed.atMostBecause());
        settings.traffic().ifPresent(traffic -> report.traffic(traffic.get()));
        return report.build();
    }
}
