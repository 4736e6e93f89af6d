package io.github.registryclient.tests.apply;

import io.github.registryclient.cleanup.journal.Journal;
import io.github.registryclient.cleanup.journal.RunHeader;
import io.github.registryclient.cleanup.journal.RunRecord;
import io.github.registryclient.cleanup.undo.UndoItem;
import io.github.registryclient.cleanup.undo.UndoReport;
import io.github.registryclient.cleanup.undo.UndoSelection;
import io.github.registryclient.cleanup.undo.Undoer;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.Digest;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.MovableClock;
import io.github.registryclient.testkit.RegistrySnapshot;
import io.github.registryclient.testkit.RepositorySnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes all runs back, and compares with what was before them. */
final class Aftercare {
    private static final Duration SURE = Duration.ofMinutes(10);

    private final EmbeddedRegistry registry;
    private final Journal journal;
    private final MovableClock clock;
    private final List<String> findings = new ArrayList<>();

    Aftercare(EmbeddedRegistry registry, Journal journal, MovableClock clock) {
        this.registry = registry;
        this.journal = journal;
        this.clock = clock;
    }

    List<String> undo(RegistrySnapshot before, Intruder intruder) {
        clock.move(SURE); // no DELETE can still be running
        Set<String> impossible = new HashSet<>();
        try (HttpRegistryClient client =
                HttpRegistryClient.connect(registry.uri().toString())) {
            List<RunRecord> runs =
                    new ArrayList<>(journal.runs(client.registry().toString()));
            Collections.reverse(runs);
            for (RunRecord run : runs) {
                if (run.header().purpose() == RunHeader.Purpose.APPLY) {
                    take(client, run, impossible);
                }
            }
        }
        compare(before, registry.snapshot(), impossible, intruder);
        return findings;
    }

    private void take(HttpRegistryClient client, RunRecord run, Set<String> impossible) {
        UndoReport report = Undoer.of(client, journal)
                .clock(clock)
                .build()
                .undo(UndoSelection.run(run.header().id()));
        for (UndoItem item : report.items()) {
            if (item.status() == UndoItem.Status.IMPOSSIBLE) {
                impossible.add(item.repository() + "@" + item.digest());
            } else if (!item.isBack() && item.taken().isEmpty()) {
                findings.add("not put back: " + item);
            }
        }
    }

    private void compare(RegistrySnapshot before, RegistrySnapshot after, Set<String> impossible, Intruder intruder) {
        before.repositories().forEach((name, was) -> {
            RepositorySnapshot is = after.repository(name.toString());
            for (Digest digest : was.manifests().keySet()) {
                if (!was.manifests().get(digest).equals(is.manifests().get(digest))
                        && !impossible.contains(name + "@" + digest)) {
                    findings.add("not as before: " + name + "@" + digest);
                }
            }
            was.tags().forEach((tag, digest) -> {
                if (!digest.equals(is.tags().get(tag))
                        && !impossible.contains(name + "@" + digest)
                        && !intruder.touched(name, tag)) {
                    findings.add("not as before: " + name + ":" + tag);
                }
            });
        });
    }
}
