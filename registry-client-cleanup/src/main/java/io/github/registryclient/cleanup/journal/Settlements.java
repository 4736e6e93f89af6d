package io.github.registryclient.cleanup.journal;

import io.github.registryclient.cleanup.journal.JournalEntry.Kind;
import io.github.registryclient.name.Digest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was put back last, or said to be collected, in the order of runs and lines. */
final class Settlements {
    private final Map<Object, Integer> positions = new HashMap<>();
    private final Map<Object, Instant> times = new HashMap<>();

    Settlements(List<RunRecord> runs) {
        int position = 0;
        for (RunRecord run : runs) {
            for (JournalEntry entry : run.entries()) {
                if (entry.kind() == Kind.PUT_BACK || entry.kind() == Kind.COLLECTED) {
                    add(entry, position);
                }
                position++;
            }
        }
    }

    private void add(JournalEntry entry, int position) {
        entry.digest().ifPresent(digest -> {
            Object item = Retention.item(entry, digest);
            positions.put(item, position);
            times.put(item, entry.time());
        });
    }

    /** Later by both: a run that is resumed writes behind later ones. Without a repository it is about all of them. */
    boolean isAfter(JournalEntry deletion, Digest digest, int position) {
        Object here = Retention.item(deletion, digest);
        Object everywhere = List.of(Optional.empty(), digest);
        return isAfter(here, deletion, position) || isAfter(everywhere, deletion, position);
    }

    private boolean isAfter(Object item, JournalEntry deletion, int position) {
        Integer settled = positions.get(item);
        Instant time = times.get(item);
        return settled != null && time != null && settled > position && !time.isBefore(deletion.time());
    }
}
