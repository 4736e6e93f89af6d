package io.github.registryclient.cleanup.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which runs nobody needs any more (H12). A run stays while a manifest that it deleted, or may have, is neither put back later nor
 * collected. A tag that went alone keeps its run only while its manifest is gone by us: it needs no bytes otherwise, and nothing ever
 * says that the time to put it back is over. A later run stays as long as one that it says something about: what is forgotten must
 * not make somebody put back what is there, or was deleted on purpose since.
 */
final class Retention {
    private final List<RunRecord> runs;
    private final Settlements settled;

    /** Takes all of a registry, the oldest first. */
    Retention(List<RunRecord> runs) {
        this.runs = runs;
        this.settled = new Settlements(runs);
    }

    /** The oldest first, of ended ones that began before that. */
    List<RunRecord> forgettable(Instant before) {
        Map<RunRecord, Set<Object>> owed = new HashMap<>();
        Set<Object> away = new HashSet<>();
        int position = 0;
        for (RunRecord run : runs) {
            Set<Object> here = new Deletions(run, position).unsettled(settled);
            owed.put(run, here);
            away.addAll(here);
            position += run.entries().size();
        }
        List<RunRecord> forgettable = new ArrayList<>();
        Set<Object> needed = new HashSet<>();
        for (RunRecord run : runs) {
            Set<Object> names = names(run);
            boolean isOld = run.isEnded() && run.header().begun().isBefore(before);
            boolean isOwed = !owed.getOrDefault(run, Set.of()).isEmpty() || isUntaggedOf(run, away);
            if (isOld && !isOwed && names.stream().noneMatch(needed::contains)) {
                forgettable.add(run);
            } else {
                needed.addAll(names);
            }
        }
        return forgettable;
    }

    private static boolean isUntaggedOf(RunRecord run, Set<Object> away) {
        return run.entries().stream()
                .filter(entry -> entry.kind() == JournalEntry.Kind.TAG_INTENT)
                .flatMap(entry -> entry.digest().stream().map(digest -> item(entry, digest)))
                .anyMatch(away::contains);
    }

    /** The manifests and tags that a run says something about. */
    private static Set<Object> names(RunRecord run) {
        Set<Object> names = new HashSet<>();
        for (JournalEntry entry : run.entries()) {
            entry.digest().ifPresent(digest -> names.add(item(entry, digest)));
            entry.tags().forEach(tag -> names.add(item(entry, tag)));
        }
        return names;
    }

    /** A manifest or a tag, where an entry has it. */
    static Object item(JournalEntry entry, Object name) {
        return List.of(entry.repository(), name);
    }
}
