package io.github.registryclient.cleanup.apply;

import io.github.registryclient.cleanup.journal.JournalEntry;
import io.github.registryclient.cleanup.journal.RunLog;
import io.github.registryclient.manifest.Manifest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is about to be done and what came of it, in the journal. While an intent has no outcome there the run must not get an end: the
 * next one, or undo, finds out by reading. Thread-safe.
 */
final class Intents {
    private final RunLog log;
    private final Set<Object> open = ConcurrentHashMap.newKeySet();

    Intents(RunLog log) {
        this.log = log;
    }

    /** On the disk when it returns; what was written before goes with it. */
    void begin(Optional<Manifest> manifest, JournalEntry intent) {
        open.add(item(intent));
        manifest.ifPresent(log::keep);
        log.write(intent);
        log.flush();
    }

    /** On the disk with the next intent, or at the end. */
    void end(JournalEntry outcome) {
        log.write(outcome);
        open.remove(item(outcome));
    }

    boolean areOpen() {
        return !open.isEmpty();
    }

    private static Object item(JournalEntry entry) {
        boolean isTag = entry.kind() == JournalEntry.Kind.TAG_INTENT || entry.kind() == JournalEntry.Kind.TAG_OUTCOME;
        return List.of(entry.repository(), isTag ? entry.tags() : entry.digest());
    }
}
