package io.github.registryclient.examples;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends what is under way in order when the program gets Ctrl-C, SIGTERM or SIGHUP: it is told to stop, and the program waits until
 * it has, but no longer than somebody has patience. The JVM then ends with what it has for a signal: 130, 143, 129.
 */
final class OnSignal {
    private static final long PATIENCE_MILLIS = 9_500;

    private final Runnable stop;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::end, "stop-on-signal");

    private OnSignal(Runnable stop) {
        this.stop = stop;
    }

    /** To be told by {@link #ended} when what is under way has ended, and has said so. */
    static OnSignal stopping(Runnable stop) {
        OnSignal signal = new OnSignal(stop);
        try {
            Runtime.getRuntime().addShutdownHook(signal.hook);
        } catch (IllegalStateException endingAlready) {
            stop.run();
        }
        return signal;
    }

    private void end() {
        stop.run();
        try {
            ended.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void ended() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // Then the hook has seen that it may end.
        }
    }
}
