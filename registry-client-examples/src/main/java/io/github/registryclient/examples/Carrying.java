package io.github.registryclient.examples;

import io.github.registryclient.cleanup.apply.Applier;
import io.github.registryclient.cleanup.apply.ApplierBuilder;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.report.Report;
import io.github.registryclient.error.RegistryException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine;

/** Carries a plan out for a command: shows how far it is, ends in order on a signal, and tells what became of it. */
final class Carrying {
    private static final String SIGNAL = "the program was told to end, by Ctrl-C or a signal";

    private final PrintWriter out;
    private final PrintWriter err;
    private final ApplyOptions options;

    Carrying(CommandLine command, ApplyOptions options) {
        this.out = command.getOut();
        this.err = command.getErr();
        this.options = options;
    }

    /** The exit code. */
    int out(Plan plan, ApplierBuilder builder, Path journal) {
        options.set(builder, err);
        try (PrintedProgress progress = new PrintedProgress(err, style(), Clock.systemUTC())) {
            Applier applier = builder.progress(progress).build();
            OnSignal signal = OnSignal.stopping(() -> applier.stop(SIGNAL));
            try {
                return tell(applier.apply(), plan, progress, journal);
            } finally {
                signal.ended();
            }
        }
    }

    /** The table first: it is all that there is if the file cannot be written. */
    private int tell(Report report, Plan plan, PrintedProgress progress, Path journal) {
        progress.close();
        out.print(report.toTable());
        out.println("written down as run " + report.run() + " in " + journal);
        out.flush();
        try {
            options.report().ifPresent(report::write);
        } catch (RegistryException e) {
            err.println("run: " + e.getMessage());
            return ExitCode.FAILED;
        }
        return Ending.of(report, plan);
    }

    /** Has work leave word in the report's file if it ends without a report. */
    int orNoReport(Work work) {
        try {
            return work.run();
        } catch (RegistryException e) {
            int code = Ending.of(e);
            if (code != ExitCode.USAGE) {
                options.report().ifPresent(file -> NoReport.write(file, code, e));
            }
            throw e;
        }
    }

    /** Something that ends with an exit code. */
    @FunctionalInterface
    interface Work {
        int run();
    }

    private PrintedProgress.Style style() {
        if (options.quiet()) {
            return PrintedProgress.Style.NONE;
        }
        return Terminal.find().isPresent() ? PrintedProgress.Style.BAR : PrintedProgress.Style.LINES;
    }
}
