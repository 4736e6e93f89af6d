package io.github.registryclient.examples.demo;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.Planner;
import io.github.registryclient.cleanup.apply.Applier;
import io.github.registryclient.cleanup.journal.FolderJournal;
import io.github.registryclient.cleanup.journal.Journal;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.cleanup.undo.UndoReport;
import io.github.registryclient.cleanup.undo.UndoSelection;
import io.github.registryclient.cleanup.undo.Undoer;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.nio.file.Path;

/** From a plan to deletions, back, and there again. */
final class CleaningPart {
    private static final RepositoryName HELLO = RepositoryName.of("admin/hello");
    private static final Tag OLD = Tag.of("1.1.0-201806111004211");
    private static final Tag SHARED = Tag.of("1.0.0-201806041925053");

    private final Report report;
    private final RegistryClient registry;
    private final Journal journal;

    CleaningPart(Report report, RegistryClient registry, Path journal) {
        this.report = report;
        this.registry = registry;
        this.journal = new FolderJournal(journal);
    }

    /** Returns whether everything went as planned. */
    boolean run(BuildsPolicy words) {
        Plan plan = plan(words);
        report.step("Deleting", "Applier.of(registry, plan, journal)");
        report.indented("Each manifest is looked at again, and written down with its bytes, before it is deleted.");
        report.line("");
        return applied(plan, Outcome.DELETED) && changedMind() && again(plan);
    }

    private Plan plan(BuildsPolicy words) {
        report.step("What goes, and why", "Planner.of(registry, policy), plan.explain(...)");
        report.indented("Policy: " + words + ".");
        report.line("");
        Policy policy = words.policy();
        Plan plan = Planner.of(registry, policy).build().plan();
        report.wrapped(plan.toTable());
        report.line("");
        report.wrapped(plan.explain(HELLO, OLD).toString());
        report.line("");
        report.wrapped(plan.explain(HELLO, SHARED).toString());
        return plan;
    }

    private boolean applied(Plan plan, Outcome expected) {
        var done = Applier.of(registry, plan, journal).build().apply();
        report.wrapped(done.toTable());
        return done.status() == io.github.registryclient.cleanup.report.Report.Status.DONE && done.count(expected) > 0;
    }

    private boolean changedMind() {
        report.step("A change of mind", "Undoer.of(registry, journal)");
        UndoReport undone = Undoer.of(registry, journal).build().undo(UndoSelection.tag(HELLO, OLD));
        report.wrapped(undone.toTable());
        return undone.isComplete() && !undone.items().isEmpty();
    }

    private boolean again(Plan plan) {
        report.step("Back again: the same plan once more", "Applier.of(registry, plan, journal)");
        return applied(plan, Outcome.ALREADY_GONE);
    }
}
