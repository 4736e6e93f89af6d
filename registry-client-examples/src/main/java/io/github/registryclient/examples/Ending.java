package io.github.registryclient.examples;

import io.github.registryclient.cleanup.PlanRefusedException;
import io.github.registryclient.cleanup.apply.ApplyRefusedException;
import io.github.registryclient.cleanup.journal.LeaseHeldException;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.report.Report;
import io.github.registryclient.cleanup.undo.UndoItem;
import io.github.registryclient.cleanup.undo.UndoRefusedException;
import io.github.registryclient.cleanup.undo.UndoReport;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.error.RegistryException;

/** The exit codes of what changes a registry. */
final class Ending {
    private Ending() {}

    static int of(Report report) {
        switch (report.status()) {
            case DONE:
                return ExitCode.OK;
            case PARTIAL:
                return ExitCode.PARTIAL;
            default:
                return ExitCode.FAILED;
        }
    }

    /** What the fuse holds back was not done, though the report of what was is without a flaw. */
    static int of(Report report, Plan plan) {
        int code = of(report);
        boolean held = plan.repositories().stream()
                .anyMatch(repository -> repository.heldBack().isPresent());
        return code == ExitCode.OK && held ? ExitCode.PARTIAL : code;
    }

    /** What is gone for good is no failure, but somebody should know. */
    static int of(UndoReport report) {
        if (report.counts().containsKey(UndoItem.Status.FAILED)) {
            return ExitCode.FAILED;
        }
        return report.isComplete() ? ExitCode.OK : ExitCode.PARTIAL;
    }

    static int of(Throwable failure) {
        if (failure instanceof InvalidInputException
                || failure instanceof PlanRefusedException && failure.getCause() instanceof InvalidInputException) {
            return ExitCode.USAGE;
        }
        if (failure instanceof ApplyRefusedException
                || failure instanceof PlanRefusedException
                || failure instanceof LeaseHeldException
                || failure instanceof UndoRefusedException
                || failure instanceof RefusedException) {
            return ExitCode.REFUSED;
        }
        return failure instanceof RegistryException ? ExitCode.FAILED : ExitCode.FAULT;
    }
}
