package io.github.registryclient;

import io.github.registryclient.internal.WorkerThreads;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Runs so many calls at a time, the others in their order. Not a {@code ThreadPoolExecutor}, whose queue is searched from its
 * head for a call that is to be dropped: thousands that are cancelled at once would cost their number squared.
 */
final class OwnCallExecutor implements CallExecutor {
    private final ExecutorService threads = WorkerThreads.create("registry-client-async-");
    private final Set<Runnable> waiting = new LinkedHashSet<>();
    private final int most;
    private int running;

    OwnCallExecutor(int most) {
        this.most = most;
    }

    @Override
    public void execute(Runnable call) {
        synchronized (waiting) {
            if (running == most) {
                waiting.add(call);
                return;
            }
            running++;
        }
        boolean started = false;
        try {
            threads.execute(() -> runFrom(call));
            started = true;
        } finally {
            if (!started) { // closed, or no memory for a thread
                synchronized (waiting) {
                    running--;
                }
            }
        }
    }

    private void runFrom(Runnable first) {
        Runnable call = first;
        while (call != null) {
            try {
                call.run();
            } catch (Throwable e) {
                report(e); // the calls that wait, and this place for later ones, must not be lost with it
            } finally {
                Thread.interrupted(); // left by what depends on the call: not meant for the next one
            }
            call = next();
        }
    }

    /** As the thread would have done at its end, without letting it end. */
    private static void report(Throwable thrown) {
        Thread thread = Thread.currentThread();
        try {
            thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
        } catch (Throwable ofTheHandler) {
            // the JVM takes no notice of it either
        }
    }

    private @Nullable Runnable next() {
        synchronized (waiting) {
            Iterator<Runnable> queue = waiting.iterator();
            if (!queue.hasNext()) {
                running--;
                return null;
            }
            Runnable next = queue.next();
            queue.remove();
            return next;
        }
    }

    @Override
    public void drop(Runnable call) {
        synchronized (waiting) {
            waiting.remove(call);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
