package io.github.registryclient.cleanup.undo;

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
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;

/** Settles by reading what a killed run had begun, and writes into that run what it finds. */
final class OpenIntents {
    private static final String READ = "found by reading";
    private static final Duration LONGEST_DELETE = Duration.ofMinutes(5);

    private final UndoSettings settings;
    private final Lease lease;
    private final History history;

    OpenIntents(UndoSettings settings, Lease lease, History history) {
        this.settings = settings;
        this.lease = lease;
        this.history = history;
    }

    /** Empty unless it cannot be told yet. */
    Optional<UndoItem> settle(OpenIntent open) {
        JournalEntry entry = open.entry();
        Instant over = entry.time().plus(LONGEST_DELETE);
        if (entry.kind() == JournalEntry.Kind.INTENT
                && settings.clock().instant().isBefore(over)
                && mayStillRun(entry)) {
            return Optional.of(UndoItem.builder()
                    .repository(entry.repository().orElseThrow())
                    .digest(entry.digest().orElseThrow())
                    .status(UndoItem.Status.FAILED)
                    .reason("the registry may still be deleting it, for its tags are listed; undo again after " + over)
                    .build());
        }
        try (RunLog log = settings.journal().resume(open.run())) {
            if (entry.kind() == JournalEntry.Kind.THROW_AWAY) {
                new ThrowAway(settings.client(), history, log, lease, settings.clock()).resolve(entry);
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
        boolean there = new Present(settings.client(), repository)
                .digest(intent.digest().orElseThrow())
                .isPresent();
        if (there || intent.tags().isEmpty()) {
            return false;
        }
        try {
            return !Collections.disjoint(settings.client().listTags(repository).toList(), intent.tags());
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
        Present present = new Present(settings.client(), repository);
        JournalEntry.Builder settled = JournalEntry.builder();
        settled.time(settings.clock().instant())
                .repository(repository)
                .digest(digest)
                .addAllTags(entry.tags());
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
