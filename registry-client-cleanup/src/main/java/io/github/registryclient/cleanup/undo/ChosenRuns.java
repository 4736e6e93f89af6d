package io.github.registryclient.cleanup.undo;

import io.github.registryclient.cleanup.journal.RunHeader;
import io.github.registryclient.cleanup.journal.RunHeader.Purpose;
import io.github.registryclient.cleanup.journal.RunRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The runs that a selection means. */
final class ChosenRuns {
    private ChosenRuns() {}

    /** Empty if it names a repository, or something in one. */
    static Set<String> of(UndoSelection selection, String registry, List<RunRecord> runs) {
        if (selection.repository().isPresent()) {
            return Set.of();
        }
        List<RunHeader> applied = new ArrayList<>();
        List<RunHeader> unbroken = new ArrayList<>();
        boolean undone = false;
        for (RunRecord run : runs) {
            if (run.header().purpose() == Purpose.UNDO) {
                undone = true; // breaks the row only if more is applied
                continue;
            }
            if (undone) {
                unbroken.clear();
                undone = false;
            }
            applied.add(run.header());
            unbroken.add(run.header());
        }
        if (applied.isEmpty()) {
            throw new UndoRefusedException("this journal has no run of " + registry
                    + ", so there is nothing to take back; name the folder and the registry of the run");
        }
        return selection.run().map(name -> named(name, applied, registry)).orElseGet(() -> ofPlan(unbroken));
    }

    private static Set<String> named(String name, List<RunHeader> applied, String registry) {
        if (applied.stream().noneMatch(run -> run.id().equals(name))) {
            throw new UndoRefusedException("this journal has no run " + name + " of " + registry + "; the last one is "
                    + applied.get(applied.size() - 1).id());
        }
        return Set.of(name);
    }

    /** A run that was stopped and gone on with is several. */
    private static Set<String> ofPlan(List<RunHeader> unbroken) {
        RunHeader last = unbroken.get(unbroken.size() - 1);
        Set<String> names = new LinkedHashSet<>();
        unbroken.stream()
                .filter(run -> last.plan().isPresent() && run.plan().equals(last.plan()))
                .forEach(run -> names.add(run.id()));
        names.add(last.id());
        return names;
    }
}
