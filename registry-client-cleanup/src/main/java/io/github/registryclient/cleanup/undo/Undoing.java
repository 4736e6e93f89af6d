package io.github.registryclient.cleanup.undo;

import io.github.registryclient.cleanup.journal.JournalEntry;
import io.github.registryclient.cleanup.journal.Lease;
import io.github.registryclient.cleanup.journal.RunHeader;
import io.github.registryclient.cleanup.journal.RunHeader.Purpose;
import io.github.registryclient.cleanup.journal.RunLog;
import io.github.registryclient.cleanup.journal.RunRecord;
import io.github.registryclient.cleanup.restore.History;
import io.github.registryclient.cleanup.restore.OpenIntent;
import io.github.registryclient.cleanup.restore.PutBack;
import io.github.registryclient.cleanup.restore.RunNames;
import io.github.registryclient.cleanup.settle.OpenIntents;
import io.github.registryclient.name.RepositoryName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One undo: what was open is settled, then what was asked for is put back. Used once. */
final class Undoing {
    private static final int BYTES_PER_ITEM = 2048;

    private final UndoSettings settings;
    private final Lease lease;
    private final UndoSelection selection;
    private final Instant begun;

    Undoing(UndoSettings settings, Lease lease, UndoSelection selection) {
        this.settings = settings;
        this.lease = lease;
        this.selection = selection;
        this.begun = settings.clock().instant();
    }

    UndoReport run() {
        List<RunRecord> runs = runs();
        endKilled(runs);
        Set<String> names = ChosenRuns.of(selection, settings.registry(), runs);
        History history = History.of(runs);
        List<OpenIntent> open =
                history.open().stream().filter(one -> isSelected(one, names)).collect(Collectors.toList());
        List<Wanted> wanted = Selecting.of(selection, names, history);
        Optional<RepositoryName> any = Stream.concat(
                        wanted.stream().map(Wanted::repository),
                        open.stream().flatMap(one -> one.entry().repository().stream()))
                .findFirst();
        if (any.isEmpty()) {
            return report(Optional.empty(), List.of());
        }
        Optional<String> account = Account.of(settings, any.get());
        if (!settings.anyAccount()) {
            Account.require(account, concerned(runs, names, wanted, open));
        }
        List<UndoItem> untold = List.of();
        if (!open.isEmpty()) {
            OpenIntents intents =
                    new OpenIntents(settings.client(), settings.journal(), settings.clock(), lease, history);
            untold = open.stream()
                    .flatMap(one -> intents.settle(one).stream().map(why -> untold(one, why)))
                    .collect(Collectors.toList());
            runs = runs();
            history = History.of(runs);
            wanted = Selecting.of(selection, names, history);
        }
        return putBack(wanted, untold, history, header(account));
    }

    private static UndoItem untold(OpenIntent open, String why) {
        return UndoItem.builder()
                .repository(open.entry().repository().orElseThrow())
                .digest(open.entry().digest().orElseThrow())
                .status(UndoItem.Status.FAILED)
                .reason(why)
                .build();
    }

    private List<RunRecord> runs() {
        return settings.journal().runs(settings.registry());
    }

    private boolean isSelected(OpenIntent open, Set<String> names) {
        return selection.repository().isPresent()
                ? open.entry().repository().equals(selection.repository())
                : names.contains(open.run().header().id());
    }

    private static List<RunRecord> concerned(
            List<RunRecord> runs, Set<String> chosen, List<Wanted> wanted, List<OpenIntent> open) {
        Set<String> names = Stream.concat(
                        wanted.stream().flatMap(one -> one.runs().stream()),
                        open.stream().map(one -> one.run().header().id()))
                .collect(Collectors.toSet());
        names.addAll(chosen);
        return runs.stream().filter(one -> names.contains(one.header().id())).collect(Collectors.toList());
    }

    private RunHeader header(Optional<String> account) {
        return RunHeader.builder()
                .id(RunNames.next(begun, settings.journal().newest(settings.registry())))
                .purpose(Purpose.UNDO)
                .registry(settings.registry())
                .account(account)
                .begun(begun)
                .build();
    }

    private UndoReport putBack(List<Wanted> wanted, List<UndoItem> untold, History history, RunHeader header) {
        if (wanted.isEmpty()) {
            return report(Optional.empty(), untold);
        }
        try (RunLog log = settings.journal().begin(header, (long) BYTES_PER_ITEM * wanted.size())) {
            PutBack putBack = new PutBack(settings.client(), history, log, lease, settings.clock());
            List<UndoItem> items = new ArrayList<>(untold);
            items.addAll(new PuttingBack(putBack, history).all(wanted));
            end(log);
            return report(Optional.of(header.id()), items);
        }
    }

    /** What an undo did not come to, the next one does. */
    private void endKilled(List<RunRecord> runs) {
        for (RunRecord run : runs) {
            if (run.header().purpose() == Purpose.UNDO && !run.isEnded()) {
                try (RunLog log = settings.journal().resume(run)) {
                    end(log);
                }
            }
        }
    }

    private void end(RunLog log) {
        log.write(JournalEntry.builder()
                .kind(JournalEntry.Kind.END)
                .time(settings.clock().instant())
                .build());
        log.flush();
    }

    private UndoReport report(Optional<String> run, List<UndoItem> items) {
        return UndoReport.builder()
                .registry(settings.registry())
                .selection(selection.toString())
                .run(run)
                .begun(begun)
                .ended(settings.clock().instant())
                .addAllItems(items)
                .build();
    }
}
