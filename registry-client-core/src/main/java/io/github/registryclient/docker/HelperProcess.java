package io.github.registryclient.docker;

import io.github.registryclient.http.internal.time.MonotonicClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Runs helpers as processes. The calling thread looks after both streams by itself and never waits in one, so that whatever a
 * helper or a child of it does, time and memory are bounded and no thread stays behind.
 */
final class HelperProcess implements CredentialHelper.Runner {
    static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MAX_ANSWER = 1 << 20;
    private static final int MAX_ERRORS = 4 << 10;
    private static final int LOOK_MILLIS = 20;

    private final Environment environment;
    private final Duration patience;

    HelperProcess(Environment environment, Duration patience) {
        this.environment = environment;
        this.patience = patience;
    }

    @Override
    public HelperOutput run(String program, byte[] input, Supplier<Duration> left)
            throws HelperFailure, InterruptedException {
        Process process = start(new ProgramPath(environment).find(program));
        try {
            write(process, input);
            return await(process, left);
        } catch (IOException e) {
            throw new HelperFailure("could not be read", e);
        } finally {
            end(process);
        }
    }

    private Process start(Path program) throws HelperFailure {
        ProcessBuilder builder = new ProcessBuilder(List.of(program.toString(), "get"));
        Map<String, String> variables = builder.environment();
        if (!variables.equals(environment.variables())) {
            variables.clear();
            variables.putAll(environment.variables());
        }
        try {
            return builder.start();
        } catch (IOException | SecurityException e) {
            throw new HelperFailure("could not be started as " + program, e);
        }
    }

    /** So little fits into the pipe whether it is read or not. */
    private static void write(Process process, byte[] input) {
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input);
        } catch (IOException closed) {
            // A helper need not read: what it then answers is judged, not this.
        }
    }

    /** What a process left unread when it ended is kept by the JDK in memory, so that the last look finds all of it. */
    private HelperOutput await(Process process, Supplier<Duration> left)
            throws IOException, HelperFailure, InterruptedException {
        BoundedOutput out = new BoundedOutput(process.getInputStream(), MAX_ANSWER);
        BoundedOutput err = new BoundedOutput(process.getErrorStream(), MAX_ERRORS);
        Clock clock = new MonotonicClock(); // a process runs in real time
        Instant end = clock.instant().plus(patience);
        boolean late;
        boolean ended;
        do {
            ended = process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            out.take();
            err.take();
            if (out.isOver()) {
                throw new HelperFailure("printed more than 1 MiB, which is no credential", null);
            }
            late = left.get().isZero();
        } while (!ended && !late && clock.instant().isBefore(end));
        if (!ended) {
            throw new HelperFailure(
                    "did not answer within "
                            + (late ? "the time that the call had left" : patience.toMillis() + " ms")
                            + " and was ended."
                            + " Does it wait for a passphrase, or for a key that is locked?",
                    null);
        }
        return new HelperOutput(process.exitValue(), out.bytes(), err.bytes());
    }

    /** Ends it with all its children, who else would go on without it. */
    private static void end(Process process) {
        if (process.isAlive()) {
            List<ProcessHandle> tree = descendants(process.toHandle());
            process.destroyForcibly();
            tree.forEach(child -> {
                List<ProcessHandle> late = descendants(child);
                child.destroyForcibly();
                late.forEach(ProcessHandle::destroyForcibly);
            });
        }
        close(process.getInputStream());
        close(process.getErrorStream());
    }

    private static List<ProcessHandle> descendants(ProcessHandle process) {
        try {
            return process.descendants().collect(Collectors.toList());
        } catch (UnsupportedOperationException | SecurityException unknown) {
            return List.of();
        }
    }

    private static void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException alreadyGone) {
            // Nothing was going to be read from it.
        }
    }
}
