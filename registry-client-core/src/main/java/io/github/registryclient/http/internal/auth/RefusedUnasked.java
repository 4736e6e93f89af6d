package io.github.registryclient.http.internal.auth;

import io.github.registryclient.auth.Credentials;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The last credentials that a registry refused although it never asked for any: to send them for each thing that is missing would
 * be so many failed logins. Thread-safe; never prints.
 */
final class RefusedUnasked {
    private static final int MOST = 100;

    private volatile Set<Credentials> last = Set.of();

    synchronized void add(Credentials refused) {
        Set<Credentials> next = new LinkedHashSet<>(last);
        if (next.add(refused) && next.size() > MOST) {
            next.remove(next.iterator().next());
        }
        last = next;
    }

    boolean has(Credentials credentials) {
        return last.contains(credentials);
    }
}
