package io.github.registryclient.testkit.process;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One process of a registry, from its start to its end. */
final class RunningServer {
    private static final int OUTPUT_BYTES = 256 << 10;
    private static final Duration START_PATIENCE = Duration.ofSeconds(30);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);
    private static final long POLL_MILLIS = 15;

    private final RegistryProgram program;
    private final Instance instance;
    private final Process process;
    private final OutputTail output;
    private final Lifeline lifeline;

    private RunningServer(RegistryProgram program, Instance instance) {
        this.program = program;
        this.instance = instance;
        this.process = Command.start(
                program.executable(),
                program.flavor().serve(instance),
                instance.options().environment());
        this.output = OutputTail.drain(process, OUTPUT_BYTES);
        this.lifeline = Lifeline.of(process);
    }

    static RunningServer start(RegistryProgram program, Instance instance) throws PortTakenException {
        program.flavor().requireSupported(instance.options());
        try {
            program.flavor().configure(instance);
        } catch (IOException e) {
            throw new RegistryProcessException("the configuration of " + program + " could not be written", e);
        }
        RunningServer server = new RunningServer(program, instance);
        boolean ready = false;
        try {
            server.awaitReady();
            ready = true;
            return server;
        } finally {
            if (!ready) {
                server.stop();
            }
        }
    }

    private void awaitReady() throws PortTakenException {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        try {
            while (!answers()) {
                if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    output.awaitEnd();
                    throwEnded();
                }
                if (System.nanoTime() - deadline > 0) {
                    throw new RegistryProcessException(program + " did not answer on " + instance.uri() + " within "
                            + START_PATIENCE.toSeconds() + " s" + output.forMessage());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryProcessException("interrupted while " + program + " started", e);
        }
    }

    private void throwEnded() throws PortTakenException {
        if (output.text().contains("address already in use")) {
            throw new PortTakenException(instance.port());
        }
        throw new RegistryProcessException(
                program + " ended with exit code " + process.exitValue() + " while it started" + output.forMessage());
    }

    private boolean answers() {
        try {
            Answer answer = Answer.at(instance.root());
            return answer.isReady() && process.isAlive() && program.flavor().isOurs(instance, answer, output.text());
        } catch (IOException notYet) {
            return false;
        }
    }

    Instance instance() {
        return instance;
    }

    String output() {
        return output.text();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void stop() {
        lifeline.cut();
        process.destroy();
        boolean interrupted = false;
        try {
            if (!process.waitFor(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            }
            output.awaitEnd();
        } catch (InterruptedException e) {
            interrupted = true;
            process.destroyForcibly();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
