package io.github.registryclient.cleanup.apply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Works on repositories side by side. When the run is stopped, or whoever waits is interrupted, what is in hand is finished; if that
 * takes too long, it is interrupted.
 */
final class Crew {
    private static final Duration STEP = Duration.ofMillis(50);

    private final Brake brake;
    private final Duration lastItem;
    private boolean interrupted;
    private @Nullable Throwable failure;

    Crew(Brake brake, Duration lastItem) {
        this.brake = brake;
        this.lastItem = lastItem;
    }

    /** A fault of this program, of which the report tells. */
    Optional<Throwable> fault() {
        return Optional.ofNullable(failure);
    }

    /** Work that may be interrupted. */
    interface Work {
        void run() throws InterruptedException;
    }

    /** Whether the calling thread was interrupted meanwhile; its flag is cleared. */
    boolean run(Collection<Work> works, int width) {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, Math.min(width, works.size())), work -> {
            Thread thread = new Thread(work, "registry-client-apply");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> running = new ArrayList<>();
            works.forEach(work -> running.add(threads.submit(() -> {
                work.run();
                return null;
            })));
            running.forEach(one -> await(one, threads));
        } finally {
            threads.shutdownNow();
        }
        if (failure instanceof Error) {
            throw (Error) failure;
        }
        return interrupted;
    }

    private void await(Future<?> one, ExecutorService threads) {
        long stoppedAt = 0;
        while (true) {
            try {
                one.get(STEP.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (InterruptedException e) {
                interrupted = true;
                brake.hurry("the thread that ran it was interrupted");
            } catch (ExecutionException e) {
                brake.stop("a fault of this program: " + e.getCause());
                failure = failure == null && !(e.getCause() instanceof InterruptedException) ? e.getCause() : failure;
                return;
            } catch (TimeoutException stillRunning) {
                if (brake.isHurried()) {
                    stoppedAt = stoppedAt == 0 ? System.nanoTime() : stoppedAt;
                    if (System.nanoTime() - stoppedAt > lastItem.toNanos()) {
                        threads.shutdownNow();
                    }
                }
            }
        }
    }
}
