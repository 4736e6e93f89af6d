package io.github.registryclient.cleanup.apply;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.journal.Journal;
import io.github.registryclient.cleanup.journal.JournalEntry;
import io.github.registryclient.cleanup.journal.Lease;
import io.github.registryclient.cleanup.journal.RunLog;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.read.RegistryReader;
import io.github.registryclient.cleanup.restore.Kept;
import io.github.registryclient.cleanup.restore.PutBack;
import io.github.registryclient.cleanup.untag.ThrowAway;
import io.github.registryclient.cleanup.use.KnownHosts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What all repositories of a run share. Thread-safe. */
final class Run {
    private final RegistryClient client;
    private final Plan plan;
    private final Journal journal;
    private final ApplySettings settings;
    private final RunLog log;
    private final Intents intents;
    private final Lease lease;
    private final Brake brake;
    private final Tally tally;
    private final Uses uses;
    private final RegistryReader reader;
    private final boolean listsReferrers;
    private final Optional<ThrowAway> throwAway;

    Run(
            RegistryClient client,
            Plan plan,
            Journal journal,
            ApplySettings settings,
            RunLog log,
            Intents intents,
            Lease lease,
            Brake brake,
            Tally tally,
            Uses uses,
            RegistryReader reader,
            boolean listsReferrers) {
        this.client = client;
        this.plan = plan;
        this.journal = journal;
        this.settings = settings;
        this.log = log;
        this.intents = intents;
        this.lease = lease;
        this.brake = brake;
        this.tally = tally;
        this.uses = uses;
        this.reader = reader;
        this.listsReferrers = listsReferrers;
        this.throwAway = settings.throwsAway()
                ? Optional.of(new ThrowAway(client, kept(), log, lease, settings.clock()))
                : Optional.empty();
    }

    RegistryClient client() {
        return client;
    }

    ApplySettings settings() {
        return settings;
    }

    RunLog log() {
        return log;
    }

    Intents intents() {
        return intents;
    }

    Lease lease() {
        return lease;
    }

    Brake brake() {
        return brake;
    }

    Tally tally() {
        return tally;
    }

    Uses uses() {
        return uses;
    }

    RegistryReader reader() {
        return reader;
    }

    /** Whether what hangs on a manifest has to be asked for. */
    boolean listsReferrers() {
        return listsReferrers;
    }

    Set<String> hosts() {
        return KnownHosts.of(client.registry(), plan.header().policy());
    }

    Instant now() {
        return settings.clock().instant();
    }

    Duration since(Instant begin) {
        return Duration.between(begin, now());
    }

    /** What all runs have kept; read when it is first asked for. */
    Kept allKept() {
        return new KeptOnce(() -> journal.runs(client.registry().toString()));
    }

    /** What this run and those before it that did not end have kept; read when it is first asked for. */
    Kept kept() {
        return new KeptOnce(() -> journal.unfinished(client.registry().toString()));
    }

    /** For tags, where the registry can only delete manifests; empty unless that was asked for. */
    Optional<ThrowAway> throwAway() {
        return throwAway;
    }

    PutBack putBack(Kept kept) {
        return new PutBack(client, kept, log, lease, settings.clock());
    }

    JournalEntry.Builder entry(JournalEntry.Kind kind) {
        return JournalEntry.builder().kind(kind).time(now());
    }

    void pause(Duration duration) throws InterruptedException {
        if (settings.pause().isPresent()) {
            settings.pause().get().pause(duration);
        } else {
            brake.await(duration);
        }
    }
}
