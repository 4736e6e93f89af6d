package io.github.registryclient.http.internal.transport;

import io.github.registryclient.internal.OwnThreads;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Ends bodies that take too long: the JDK's own timeout ends with the headers. One daemon thread, started when first needed. */
final class BodyTimer {
    private final ScheduledThreadPoolExecutor executor;

    BodyTimer() {
        executor = new ScheduledThreadPoolExecutor(1, task -> OwnThreads.create(task, "registry-client-timer"));
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Runs the task after that time, or at once if the client is closed: no body is waited for any more. */
    Future<?> after(long millis, Runnable task) {
        try {
            return executor.schedule(task, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            task.run();
            return CompletableFuture.completedFuture(null);
        }
    }

    void close() {
        executor.shutdownNow();
    }
}
