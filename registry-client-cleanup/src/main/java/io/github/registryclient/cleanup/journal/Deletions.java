package io.github.registryclient.cleanup.journal;

import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.name.Digest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a run deleted, or may have, and when it said so last. */
final class Deletions {
    private final Map<Object, Integer> gone = new HashMap<>();
    private final Map<Object, Integer> open = new HashMap<>();
    private final RunRecord run;
    private final int first;

    /** Takes the position of its first entry among those of all runs. */
    Deletions(RunRecord run, int first) {
        this.run = run;
        this.first = first;
        for (int i = 0; i < run.entries().size(); i++) {
            JournalEntry entry = run.entries().get(i);
            int position = i;
            entry.digest().ifPresent(digest -> follow(entry, Retention.item(entry, digest), position));
        }
    }

    private void follow(JournalEntry entry, Object item, int position) {
        switch (entry.kind()) {
            case INTENT:
            case THROW_AWAY:
                open.put(item, position);
                break;
            case OUTCOME:
                open.remove(item);
                if (entry.outcome().map(Deletions::mayBeGone).orElse(true)) {
                    gone.put(item, position);
                }
                break;
            case THROWN_AWAY:
                open.remove(item);
                break;
            default:
                break;
        }
    }

    /** A failed one may be gone all the same, and one that was gone already may be so by a DELETE whose answer was lost. */
    private static boolean mayBeGone(Outcome outcome) {
        return outcome.isGone() || outcome == Outcome.FAILED;
    }

    /** Those that may still have to be put back. */
    Set<Object> unsettled(Settlements settled) {
        Set<Object> unsettled = new HashSet<>();
        add(gone, settled, unsettled);
        add(open, settled, unsettled);
        return unsettled;
    }

    private void add(Map<Object, Integer> items, Settlements settled, Set<Object> unsettled) {
        items.forEach((item, position) -> {
            JournalEntry entry = run.entries().get(position);
            Digest digest = entry.digest().orElseThrow();
            if (!settled.isAfter(entry, digest, first + position)) {
                unsettled.add(item);
            }
        });
    }
}
