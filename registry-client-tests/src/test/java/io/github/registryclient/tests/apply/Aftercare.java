package io.github.registryclient.tests.apply;

import io.github.registryclient.cleanup.journal.Journal;
import io.github.registryclient.cleanup.journal.RunHeader;
import io.github.registryclient.cleanup.journal.RunRecord;
import io.github.registryclient.cleanup.undo.UndoItem;
import io.github.registryclient.cleanup.undo.UndoReport;
import io.github.registryclient.cleanup.undo.UndoSelection;
import io.github.registryclient.cleanup.undo.Undoer;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.testkit.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes all runs back, and compares with what was before them. */
final class Aftercare {
    private static final Duration SURE = Duration.ofMinutes(10);

    private final Home home;
    private final Journal journal;
    private final MovableClock clock;
    private final List<String> findings = new ArrayList<>();

    Aftercare(Home home, Journal journal, MovableClock clock) {
        this.home = home;
        this.journal = journal;
        this.clock = clock;
    }

    List<String> undo(Home.State before, Intruder intruder) {
        clock.move(SURE); // no DELETE can still be running
        Set<String> impossible = new HashSet<>();
        try (HttpRegistryClient client = HttpRegistryClient.connect(home.uri().toString())) {
            List<RunRecord> runs =
                    new ArrayList<>(journal.runs(client.registry().toString()));
            Collections.reverse(runs);
            for (RunRecord run : runs) {
                if (run.header().purpose() == RunHeader.Purpose.APPLY) {
                    take(client, run, impossible);
                }
            }
        }
        compare(before, home.state(), impossible, intruder);
        return findings;
    }

    private void take(HttpRegistryClient client, RunRecord run, Set<String> impossible) {
        UndoReport report = Undoer.of(client, journal)
                .clock(clock)
                .build()
                .undo(UndoSelection.run(run.header().id()));
        for (UndoItem item : report.items()) {
            if (item.status() == UndoItem.Status.IMPOSSIBLE || !item.taken().isEmpty()) {
                impossible.add(item.repository() + "@" + item.digest());
            } else if (!item.isBack()) {
                findings.add("not put back: " + item);
            }
        }
    }

    /** What was taken by somebody else, and what needs something that was gone before, are not as they were. */
    private void compare(Home.State before, Home.State after, Set<String> impossible, Intruder intruder) {
        before.manifests().forEach((manifest, content) -> {
            if (!content.equals(after.manifests().get(manifest)) && !impossible.contains(manifest)) {
                findings.add("not as before: " + manifest);
            }
        });
        before.tags().forEach((tag, digest) -> {
            String manifest = tag.substring(0, tag.lastIndexOf(':')) + "@" + digest;
            if (!digest.equals(after.tags().get(tag)) && !impossible.contains(manifest) && !intruder.touched(tag)) {
                findings.add("not as before: " + tag);
            }
        });
    }
}
