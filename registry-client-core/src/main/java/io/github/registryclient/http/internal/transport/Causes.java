package io.github.registryclient.http.internal.transport;

import java.util.Optional;

/** Looks for the cause of a failure among its causes, not without end. */
final class Causes {
    private static final int DEEPEST = 16;

    private Causes() {}

    static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
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
