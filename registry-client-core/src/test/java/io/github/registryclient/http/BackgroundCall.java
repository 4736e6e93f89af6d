package io.github.registryclient.http;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A call in a thread of its own: whether it waits, how it ended, and with which interrupt flag. */
public final class BackgroundCall {
    private static final Set<Thread.State> WAITING =
            Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING, Thread.State.BLOCKED);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;
    private Object result;
    private Throwable failure;
    private boolean interrupted;

    private BackgroundCall(Callable<?> call) {
        thread = new Thread(() -> {
            try {
                result = call.call();
            } catch (Throwable e) {
                failure = e;
            } finally {
                interrupted = Thread.currentThread().isInterrupted();
                ended.countDown();
            }
        });
        thread.setDaemon(true);
    }

    /** Starts it. */
    public static BackgroundCall start(Callable<?> call) {
        BackgroundCall started = new BackgroundCall(call);
        started.thread.start();
        return started;
    }

    /** Waits until the thread waits for something. */
    void awaitBlocked() {
        await().pollInterval(Duration.ofMillis(5)).until(() -> WAITING.contains(thread.getState()));
    }

    /** Interrupts its thread. */
    public void interrupt() {
        thread.interrupt();
    }

    boolean isRunning() {
        return ended.getCount() > 0;
    }

    /** What it threw, within half a minute. */
    public Throwable failure() {
        join();
        return failure;
    }

    Object result() {
        join();
        if (failure != null) {
            throw new AssertionError("the call failed", failure);
        }
        return result;
    }

    /** Whether the thread's interrupt flag was set when the call had ended. */
    boolean wasInterrupted() {
        join();
        return interrupted;
    }

    private void join() {
        try {
            if (!ended.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("the call did not end within 30 seconds");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
