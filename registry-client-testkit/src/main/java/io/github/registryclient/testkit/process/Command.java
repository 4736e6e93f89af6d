package io.github.registryclient.testkit.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that was run to its end. */
final class Command {
    private static final int MAX_OUTPUT_BYTES = 64 << 20;

    private final int exitCode;
    private final String output;

    private Command(int exitCode, String output) {
        this.exitCode = exitCode;
        this.output = output;
    }

    /** Runs a program, both its streams as one, and ends it when the time is over. */
    static Command run(Path executable, List<String> arguments, Map<String, String> environment, Duration patience) {
        Process process = start(executable, arguments, environment);
        OutputTail output = OutputTail.drain(process, MAX_OUTPUT_BYTES);
        try {
            process.getOutputStream().close();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new RegistryProcessException(executable + " " + arguments + " did not end within "
                        + patience.toSeconds() + " s" + output.forMessage());
            }
            output.awaitEnd();
            return new Command(process.exitValue(), output.text());
        } catch (IOException e) {
            throw new RegistryProcessException(executable + " " + arguments + " could not be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryProcessException("interrupted while running " + executable + " " + arguments, e);
        } finally {
            process.destroyForcibly();
        }
    }

    static Process start(Path executable, List<String> arguments, Map<String, String> environment) {
        List<String> line = new ArrayList<>();
        line.add(executable.toString());
        line.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        // Settings of some other registry on this machine would override the file's.
        builder.environment().keySet().removeIf(name -> name.startsWith("REGISTRY_") || name.startsWith("OTEL_"));
        builder.environment().put("OTEL_TRACES_EXPORTER", "none");
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new RegistryProcessException(executable + " could not be started", e);
        }
    }

    int exitCode() {
        return exitCode;
    }

    String output() {
        return output;
    }
}
