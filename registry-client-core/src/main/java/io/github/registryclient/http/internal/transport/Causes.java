package io.github.registryclient.http.internal.transport;

import io.github.registryclient.error.CallInterruptedException;
import io.github.registryclient.error.ClientClosedException;
import java.util.Optional;

/** Looks for the cause of a failure. */
public final class Causes {
    private static final int DEEPEST = 16;

    private Causes() {}

    /**
     * Whether a call ended because its caller wanted that: interrupted, or the client closed.
     *
     * @param failure what it threw
     * @return true if so
     */
    public static boolean isEndedHere(Throwable failure) {
        return failure instanceof CallInterruptedException || failure instanceof ClientClosedException;
    }

    /**
     * The first of a type among a failure and its causes, which are not followed without end.
     *
     * @param <T> the type
     * @param failure where to begin
     * @param type the type
     * @return empty if there is none
     */
    public static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        Throwable current = failure;
        for (int depth = 0; current != null && depth < DEEPEST; depth++) {
            if (type.isInstance(current)) {
                return Optional.of(type.cast(current));
            }
            current = current.getCause();
        }
        return Optional.empty();
    }
}
