package io.github.registryclient.testkit.process;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * A real registry that runs until {@link #close()}, on the loopback interface and a free port.
 *
 * <p>If this JVM ends without closing it, however hard, the registry ends as well where the machine has {@code /bin/sh}
 * (a temporary folder then stays). No shutdown hook is installed.
 *
 * <p>Thread-safe. Failures are {@link RegistryProcessException}s.
 */
public final class RegistryProcess implements AutoCloseable {
    private static final int ATTEMPTS = 5;
    private static final Duration COLLECTOR_PATIENCE = Duration.ofMinutes(5);

    private final RegistryProgram program;
    private final Path folder;
    private final boolean ownsFolder;
    private final String mark = UUID.randomUUID().toString();
    private RunningServer server;
    private boolean closed;

    private RegistryProcess(RegistryProgram program, RegistryOptions options, Path folder, boolean ownsFolder) {
        this.program = program;
        this.folder = folder;
        this.ownsFolder = ownsFolder;
        this.server = startSomewhere(options);
    }

    /**
     * Starts a registry with default options in a temporary folder.
     *
     * @param program the program
     * @return the registry, which has answered already
     */
    public static RegistryProcess start(RegistryProgram program) {
        return start(program, RegistryOptions.defaults());
    }

    /**
     * Starts a registry in a temporary folder, which is deleted at the end.
     *
     * @param program the program
     * @param options how it is set
     * @return the registry, which has answered already
     * @throws UnsupportedOperationException if the program has not what the options ask for
     */
    public static RegistryProcess start(RegistryProgram program, RegistryOptions options) {
        Path folder = Folders.createTemporary(program.name());
        try {
            return new RegistryProcess(program, options, folder, true);
        } catch (RuntimeException | Error e) {
            Folders.delete(folder);
            throw e;
        }
    }

    /**
     * Starts a registry that keeps its configuration and its storage in a folder, which stays.
     *
     * @param program the program
     * @param options how it is set
     * @param folder a folder, made if it is not there; an earlier storage in it is used on
     * @return the registry, which has answered already
     * @throws UnsupportedOperationException if the program has not what the options ask for
     */
    public static RegistryProcess start(RegistryProgram program, RegistryOptions options, Path folder) {
        Folders.create(folder);
        return new RegistryProcess(program, options, folder.toAbsolutePath(), false);
    }

    private RunningServer startSomewhere(RegistryOptions options) {
        Folders.create(folder.resolve("storage"));
        for (int attempt = 1; ; attempt++) {
            try {
                return RunningServer.start(program, new Instance(folder, FreePort.find(), options, mark));
            } catch (PortTakenException e) {
                if (attempt == ATTEMPTS) {
                    throw new RegistryProcessException("no port stayed free until " + program + " had it", e);
                }
            }
        }
    }

    /**
     * The program that runs.
     *
     * @return the program
     */
    public RegistryProgram program() {
        return program;
    }

    /**
     * Where it answers; the same after a restart.
     *
     * @return such as {@code http://127.0.0.1:41327}
     */
    public synchronized URI uri() {
        return server.instance().uri();
    }

    /**
     * The folder that holds what was pushed.
     *
     * @return an absolute path
     */
    public synchronized Path storage() {
        return server.instance().storage();
    }

    /**
     * The sizes of all files in {@link #storage()} together.
     *
     * @return bytes
     */
    public long storedBytes() {
        return Folders.bytes(storage());
    }

    /**
     * What the registry printed since its last start, both streams as one; of very much, the last 256 KiB.
     *
     * @return usually little: only errors are logged
     */
    public synchronized String output() {
        return server.output();
    }

    /**
     * Whether the process runs.
     *
     * @return false after {@link #close()}, and after a crash
     */
    public synchronized boolean isAlive() {
        return server.isAlive();
    }

    /**
     * Ends the process and starts another one on the same storage and port.
     *
     * @param options how it is set from now on
     * @throws UnsupportedOperationException if the program keeps manifests in memory only (crane), or has not what the
     *     options ask for
     */
    public synchronized void restart(RegistryOptions options) {
        if (closed) {
            throw new IllegalStateException("this registry was closed");
        }
        if (!program.flavor().isDurable()) {
            throw new UnsupportedOperationException(program.name() + " would forget its manifests");
        }
        program.flavor().requireSupported(options); // before anything is stopped
        server.stop();
        Instance same = new Instance(folder, server.instance().port(), options, mark);
        for (int attempt = 1; ; attempt++) {
            try {
                server = RunningServer.start(program, same);
                return;
            } catch (PortTakenException e) {
                if (attempt == ATTEMPTS) {
                    throw new RegistryProcessException("port " + same.port() + " was taken during the restart", e);
                }
            }
        }
    }

    /**
     * Runs the registry's garbage collector, without deleting untagged manifests.
     *
     * @param dryRun true to only tell what would go
     * @return how it ended
     * @throws UnsupportedOperationException if the program has none, see {@link RegistryProgram#hasGarbageCollector()}
     */
    public GarbageCollection collectGarbage(boolean dryRun) {
        return collectGarbage(dryRun, false);
    }

    /**
     * Runs the registry's garbage collector beside the running registry. It takes the blobs that no manifest needs, and an
     * upload that is under way may lose some: nothing may be pushed meanwhile.
     *
     * @param dryRun true to only tell what would go
     * @param deleteUntagged true to delete untagged manifests first; distribution 2.8 then breaks tagged indexes
     * @return how it ended
     * @throws UnsupportedOperationException if the program has none, see {@link RegistryProgram#hasGarbageCollector()}
     */
    public GarbageCollection collectGarbage(boolean dryRun, boolean deleteUntagged) {
        Instance instance;
        synchronized (this) {
            instance = server.instance();
        }
        List<String> arguments = program.flavor().collectGarbage(instance, dryRun, deleteUntagged);
        Command run =
                Command.run(program.executable(), arguments, instance.options().environment(), COLLECTOR_PATIENCE);
        return new GarbageCollection(
                program.executable() + " " + String.join(" ", arguments), run.exitCode(), run.output());
    }

    /** Ends the process and deletes its temporary folder. May be called more than once and from any thread. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        server.stop();
        if (ownsFolder) {
            Folders.delete(folder);
        }
    }
}
