package io.github.registryclient.cleanup.apply;

import java.time.Duration;

/** How a run waits where it has to: for a registry that may still be working on what it did not answer. */
@FunctionalInterface
public interface Pause {
    /**
     * Waits.
     *
     * @param duration how long
     * @throws InterruptedException if the thread is interrupted
     */
    void pause(Duration duration) throws InterruptedException;
}
