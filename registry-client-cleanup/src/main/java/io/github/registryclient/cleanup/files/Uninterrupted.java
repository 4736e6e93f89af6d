package io.github.registryclient.cleanup.files;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/**
 * Reads and writes files in threads that may be interrupted. The JDK closes a file at once under an interrupted thread, and what has
 * to be written down of the item in hand would be lost with it.
 */
public final class Uninterrupted {
    private Uninterrupted() {}

    /**
     * Does it, from its beginning again if it is interrupted; the thread is interrupted afterwards as it was before.
     *
     * @param <T> what comes of it
     * @param work what may be done twice
     * @return what came of it
     * @throws IOException if it fails for another reason
     */
    public static <T> T call(Work<T> work) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return work.call();
                } catch (ClosedByInterruptException e) {
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Something with files.
     *
     * @param <T> what comes of it
     */
    public interface Work<T> {
        /**
         * Does it.
         *
         * @return what comes of it
         * @throws IOException if it fails
         */
        T call() throws IOException;
    }
}
