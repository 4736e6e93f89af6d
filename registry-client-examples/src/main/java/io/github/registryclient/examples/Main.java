package io.github.registryclient.examples;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program that the script {@code run} starts. */
@Command(
        name = "run",
        description = "Examples of the registry client.",
        subcommands = {
            DemoCommand.class,
            PlanCommand.class,
            ExplainCommand.class,
            ApplyCommand.class,
            CleanupCommand.class,
            UndoCommand.class
        })
public final class Main implements Runnable {
    private static final int WIDTH = 100;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /**
     * Runs a command and ends the JVM with its exit code.
     *
     * @param args the command and its options
     */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setUsageHelpWidth(WIDTH).setExecutionExceptionHandler(new Failures());
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }
}
