package io.github.registryclient.examples;

import io.github.registryclient.error.RegistryException;
import io.github.registryclient.testkit.process.RegistryProcessException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Ends a command that failed: what the library says on purpose needs no stack trace, anything else is our fault. */
final class Failures implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof RegistryException) {
            int code = Ending.of(failure);
            boolean changes = command.getCommand() instanceof ChangesRegistry;
            return say(command, failure, changes || code == ExitCode.USAGE ? code : ExitCode.REGISTRY);
        }
        if (failure instanceof RegistryProcessException) {
            return say(command, failure, ExitCode.REGISTRY);
        }
        failure.printStackTrace(command.getErr());
        return ExitCode.FAULT;
    }

    private static int say(CommandLine command, Exception failure, int exitCode) {
        command.getOut().flush();
        command.getErr().println("run: " + failure.getMessage());
        return exitCode;
    }
}
