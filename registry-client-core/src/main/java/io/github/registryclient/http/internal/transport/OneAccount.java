package io.github.registryclient.http.internal.transport;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The account that the first answer of a call came for. A listing is one account's, and so is a deletion with its looks: another
 * one may be shown less. Thread-safe.
 */
public final class OneAccount {
    private final AtomicReference<@Nullable Object> first = new AtomicReference<>();

    /**
     * Takes note of an account that an answer came for.
     *
     * @param account equal to itself whatever its secret is by now
     * @return the account of the first answer, which may be this one
     */
    public Object firstOr(Object account) {
        Object earlier = first.compareAndExchange(null, account);
        return earlier == null ? account : earlier;
    }
}
