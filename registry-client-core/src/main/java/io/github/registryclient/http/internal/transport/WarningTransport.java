package io.github.registryclient.http.internal.transport;

import io.github.registryclient.http.internal.address.Origin;
import io.github.registryclient.http.internal.advice.WarningText;
import io.github.registryclient.http.internal.time.Deadline;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reports the registry's warnings, each distinct text once as long as it is among the last thousand. Of its own origin only:
 * storage has nothing to say.
 *
 * <p>Source: OCI distribution spec 1.1, "Warnings"; RFC 7234, 5.5.
 */
final class WarningTransport implements Transport {
    static final int MOST_TEXTS = 1000;

    private final Transport below;
    private final Origin registry;
    private final Events events;
    private final Set<String> reported = Collections.newSetFromMap(new Latest());

    WarningTransport(Transport below, Origin registry, Events events) {
        this.below = below;
        this.registry = registry;
        this.events = events;
    }

    @Override
    public Reply send(Request request, Deadline deadline) throws InterruptedException {
        Reply reply = below.send(request, deadline);
        List<String> warnings = reply.headers("Warning");
        if (!warnings.isEmpty() && reply.request().origin().equals(registry)) {
            for (String header : warnings) {
                WarningText.of(header).forEach(text -> report(request.redacted(text)));
            }
        }
        return reply;
    }

    private void report(String text) {
        if (isNew(text)) {
            events.warning(registry, text);
        }
    }

    private synchronized boolean isNew(String text) {
        return reported.add(text);
    }

    /** Forgets what was not said for longest, so that a client of months has room for what is new. */
    private static final class Latest extends LinkedHashMap<String, Boolean> {
        private static final long serialVersionUID = 1L;

        Latest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_TEXTS;
        }
    }
}
