package io.github.registryclient.cleanup.settle;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.journal.Journal;
import io.github.registryclient.cleanup.journal.JournalEntry;
import io.github.registryclient.cleanup.journal.Lease;
import io.github.registryclient.cleanup.journal.RunLog;
import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.cleanup.restore.History;
import io.github.registryclient.cleanup.restore.OpenIntent;
import io.github.registryclient.cleanup.restore.Present;
import io.github.registryclient.cleanup.untag.ThrowAway;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;

/** Settles by reading what a killed run had begun, and writes into that run what it finds. */
public final class OpenIntents {
    private static final String READ = "found by reading";
    private static final Duration LONGEST_DELETE = Duration.ofMinutes(5);

    private final RegistryClient client;
    private final Journal journal;
    private final Clock clock;
    private final Lease lease;
    private final History history;

    /**
     * Settles by reading.
     *
     * @param client the registry
     * @param journal where the killed runs are
     * @param clock what time it is
     * @param lease asked before anything is changed
     * @param history what the runs kept
     */
    public OpenIntents(RegistryClient client, Journal journal, Clock clock, Lease lease, History history) {
        this.client = client;
        this.journal = journal;
        this.clock = clock;
        this.lease = lease;
        this.history = history;
    }

    /**
     * Settles one.
     *
     * @param open what was begun
     * @return why it cannot be told yet; empty if it is settled
     */
    public Optional<String> settle(OpenIntent open) {
        JournalEntry entry = open.entry();
        Instant over = entry.time().plus(LONGEST_DELETE);
        if (entry.kind() == JournalEntry.Kind.INTENT && clock.instant().isBefore(over) && mayStillRun(entry)) {
            return Optional.of("the registry may still be deleting "
                    + entry.digest().orElseThrow().shortForm() + ", for its tags are listed; try again after " + over);
        }
        try (RunLog log = journal.resume(open.run())) {
            if (entry.kind() == JournalEntry.Kind.THROW_AWAY) {
                new ThrowAway(client, history, log, lease, clock).resolve(entry);
            } else {
                log.write(settled(entry));
            }
            log.flush();
        }
        return Optional.empty();
    }

    /** A DELETE without an answer: what is put back now could lose its tags to it (H9). */
    private boolean mayStillRun(JournalEntry intent) {
        RepositoryName repository = intent.repository().orElseThrow();
        boolean there = new Present(client, repository)
                .digest(intent.digest().orElseThrow())
                .isPresent();
        if (there || intent.tags().isEmpty()) {
            return false;
        }
        try {
            return !Collections.disjoint(client.listTags(repository).toList(), intent.tags());
        } catch (NotFoundException e) {
            if (!e.response().saysMissing()) {
                throw e;
            }
            return false;
        }
    }

    private JournalEntry settled(JournalEntry entry) {
        RepositoryName repository = entry.repository().orElseThrow();
        Digest digest = entry.digest().orElseThrow();
        Present present = new Present(client, repository);
        JournalEntry.Builder settled = JournalEntry.builder();
        settled.time(clock.instant()).repository(repository).digest(digest).addAllTags(entry.tags());
        if (entry.kind() == JournalEntry.Kind.INTENT) {
            boolean there = present.digest(digest).isPresent();
            return settled.kind(JournalEntry.Kind.OUTCOME)
                    .outcome(there ? Outcome.NOT_REACHED : Outcome.DELETED)
                    .cause(READ)
                    .build();
        }
        return settled.kind(JournalEntry.Kind.TAG_OUTCOME)
                .outcome(ofTag(present, entry.tags().get(0), digest))
                .cause(READ)
                .build();
    }

    private static Outcome ofTag(Present present, Tag tag, Digest digest) {
        Optional<Digest> now = present.digest(tag);
        if (now.isEmpty()) {
            return Outcome.UNTAGGED;
        }
        return now.get().equals(digest) ? Outcome.NOT_REACHED : Outcome.MOVED;
    }
}
