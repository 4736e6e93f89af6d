package io.github.registryclient.http.time;

import java.time.Duration;

/**
 * How a client waits before it repeats a request, and for its turn at a registry that wants fewer. If unset, it waits as long as
 * that takes. A test gives one that only moves the clock, which it gives to the client as well: a client whose pauses do not move
 * its clock may never come to their end.
 *
 * <p>Thread-safe.
 */
@FunctionalInterface
public interface Pauses {
    /**
     * Waits.
     *
     * @param duration how long, more than zero
     * @throws InterruptedException if the thread is interrupted, by its owner or because the client is closed: at once, where
     *     the wait is a real one
     */
    void pause(Duration duration) throws InterruptedException;
}
