package io.github.registryclient.examples.demo;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A temporary folder and the registry in it. Both go with {@link #close()}, and also if the user ends the program: then a
 * shutdown hook interrupts the demo, waits until it has closed this, and takes away what is left.
 */
final class Workbench implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final Thread worker = Thread.currentThread();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::abandon, "demo-cleanup");
    private final Path folder;
    private final DemoRegistry registry;
    private volatile boolean abandoned;

    private Workbench(RegistryChoice choice) {
        folder = Folders.nameTemporary("registry-client-demo-");
        // Before anything is there, so that there is no moment at which something would stay.
        addHook();
        boolean started = false;
        try {
            Folders.create(folder);
            registry = choice.start(folder);
            started = true;
        } finally {
            if (!started) {
                tidy();
            }
        }
    }

    /** Starts a registry, on which deletion is switched on. */
    static Workbench start(RegistryChoice choice) {
        return new Workbench(choice);
    }

    /** Whether the program is being ended; failures are only a consequence of that. */
    boolean isAbandoned() {
        return abandoned;
    }

    DemoRegistry registry() {
        return registry;
    }

    /** Where runs are written down; it goes with the rest. */
    Path journal() {
        return folder.resolve("journal");
    }

    @Override
    public void close() {
        registry.close();
        tidy();
    }

    private void tidy() {
        Folders.delete(folder);
        closed.countDown();
        if (!abandoned) {
            removeHook();
        }
    }

    private void addHook() {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            awaitTheEnd();
        }
    }

    /** The program was ended before there was anything to take away; the JVM does not wait for this thread. */
    private static void awaitTheEnd() {
        while (true) {
            LockSupport.park();
        }
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // Then the hook runs, and finds nothing left to do.
        }
    }

    private void abandon() {
        abandoned = true;
        worker.interrupt();
        try {
            closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ProcessHandle.current().descendants().forEach(Workbench::end);
        Folders.delete(folder);
        System.err.println("Ended: the registry and its folder were taken away.");
    }

    private static void end(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .exceptionally(late -> process)
                .join();
    }
}
