package io.github.registryclient.cleanup.journal;

import java.time.Duration;

/** Lets a lease beat while its holder waits for something, such as a DELETE that takes minutes. */
interface Pulse {
    /** Begins to beat. */
    Beating start(Runnable beat, Duration interval);

    /** What ends it. */
    interface Beating extends AutoCloseable {
        @Override
        void close();
    }
}
