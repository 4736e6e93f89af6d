package io.github.registryclient.testkit.tokenserver;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps all requests to a {@link TokenServer} waiting until it is closed: a server that is slow for as long as a test wants.
 * Thread-safe.
 */
public final class Hold implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int waiting;
    private boolean open;

    Hold() {}

    static Hold ended() {
        Hold hold = new Hold();
        hold.close();
        return hold;
    }

    void pass() throws IOException {
        lock.lock();
        try {
            waiting++;
            changed.signalAll();
            while (!open) {
                changed.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the token server was closed", e);
        } finally {
            waiting--;
            lock.unlock();
        }
    }

    /**
     * Blocks until so many requests wait.
     *
     * @param requests at least 1
     * @throws IllegalArgumentException if it is less
     * @throws IllegalStateException if fewer do after 30 seconds, or the thread is interrupted
     */
    public void awaitWaiting(int requests) {
        if (requests < 1) {
            throw new IllegalArgumentException("1 request or more can be waited for, not " + requests);
        }
        lock.lock();
        try {
            long nanos = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (waiting < requests) {
                if (nanos <= 0) {
                    throw new IllegalStateException(waiting + " requests wait in the place of " + requests);
                }
                nanos = changed.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            lock.unlock();
        }
    }

    /**
     * How many requests wait now.
     *
     * @return 0 or more
     */
    public int waiting() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    /** Lets all of them go on, and those that come. May be called more than once. */
    @Override
    public void close() {
        lock.lock();
        try {
            open = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
