package io.github.registryclient.http.internal.auth;

import io.github.registryclient.http.internal.secret.Secrets;
import java.util.ArrayDeque;
import java.util.Deque;

/** The last tokens that a registry refused, which it may quote in what it asks for next. Thread-safe; never prints. */
final class RefusedTokens {
    private static final int MOST = 16;

    private final Deque<Secrets> last = new ArrayDeque<>();

    synchronized void add(Secrets refused) {
        last.addLast(refused);
        if (last.size() > MOST) {
            last.removeFirst();
        }
    }

    synchronized Secrets all() {
        return last.stream().reduce(Secrets.NONE, Secrets::and);
    }
}
