package io.github.registryclient.examples;

import io.github.registryclient.cleanup.journal.FolderJournal;
import io.github.registryclient.cleanup.undo.UndoReport;
import io.github.registryclient.cleanup.undo.UndoSelection;
import io.github.registryclient.cleanup.undo.Undoer;
import io.github.registryclient.cleanup.undo.UndoerBuilder;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.http.HttpRegistryClient;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes back what runs deleted. */
@Command(
        name = "undo",
        sortOptions = false,
        description = {
            "Puts back what runs deleted, byte for byte, until garbage is collected. What somebody has pushed",
            "since is theirs and stays. Doing it twice changes nothing."
        },
        footer = {
            "",
            "Exit codes: 0 all of it is there again, 10 some of it cannot be put back, 11 refused, 12 failed,",
            "2 wrong usage, 1 a fault in this program. After Ctrl-C or a signal, undo again goes on from there."
        })
final class UndoCommand implements Callable<Integer>, ChangesRegistry {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "WHAT",
            defaultValue = "",
            description = {
                "RUN: all that this run deleted; the last one if left out.",
                "REPOSITORY, REPOSITORY:TAG or REPOSITORY@DIGEST: what any run deleted there."
            })
    @SuppressWarnings("NullAway.Init")
    private String what;

    @Option(
            names = "--registry",
            paramLabel = "URL",
            description = "The registry; needed if the journal has runs of several.")
    private @Nullable String url;

    @Option(names = "--any-account", description = "Also what another account deleted.")
    private boolean anyAccount;

    @Option(names = "--report", paramLabel = "FILE", description = "What became of everything, as JSON.")
    private @Nullable Path report;

    @Mixin
    private final JournalOption journal = new JournalOption();

    @Mixin
    private final StateOption state = new StateOption();

    @Mixin
    private final ConnectOptions connection = new ConnectOptions();

    @SuppressWarnings("unused") // picocli reads it
    @Option(names = "--help", usageHelp = true, description = "Show this and do nothing.")
    private boolean help;

    @Override
    public Integer call() {
        UndoSelection selection = UndoSelection.parse(what);
        Path folder = journal.folder(state);
        FolderJournal runs = new FolderJournal(folder);
        try (HttpRegistryClient registry = connection.connect(url == null ? onlyOne(runs, folder) : url)) {
            UndoerBuilder undoer = Undoer.of(registry, runs);
            if (anyAccount) {
                undoer.anyAccount();
            }
            OnSignal signal = OnSignal.stopping(Thread.currentThread()::interrupt);
            try {
                return undo(undoer.build(), selection);
            } finally {
                signal.ended();
            }
        }
    }

    /** Told before the program may end, which after a signal is when this has. */
    private int undo(Undoer undoer, UndoSelection selection) {
        PrintWriter err = spec.commandLine().getErr();
        try {
            UndoReport undone = undoer.undo(selection);
            return tell(undone) ? Ending.of(undone) : ExitCode.FAILED;
        } catch (RegistryException e) {
            err.println("run: " + e.getMessage());
            err.flush();
            return Ending.of(e);
        }
    }

    /** The table first: it is all that there is if the file cannot be written. */
    private boolean tell(UndoReport undone) {
        PrintWriter to = spec.commandLine().getOut();
        to.print(undone.toTable());
        to.flush();
        try {
            if (report != null) {
                undone.write(report);
            }
            return true;
        } catch (RegistryException e) {
            spec.commandLine().getErr().println("run: " + e.getMessage());
            return false;
        }
    }

    private static String onlyOne(FolderJournal journal, Path folder) {
        List<String> registries = journal.registries();
        if (registries.isEmpty()) {
            throw new InvalidInputException(
                    "there are no runs in " + folder + ": name the folder that has them with --journal or --state");
        }
        if (registries.size() > 1) {
            throw new InvalidInputException("there are runs of several registries in " + folder
                    + ": name one with --registry: " + String.join(", ", registries));
        }
        return registries.get(0);
    }
}
