package io.github.registryclient.http.internal.transport;

import io.github.registryclient.http.internal.address.Origin;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reports the registry's warnings, each distinct text once. Of its own origin only: storage has nothing to say.
 *
 * <p>Source: OCI distribution spec 1.1, "Warnings"; RFC 7234, 5.5.
 */
final class WarningTransport implements Transport {
    static final int MOST_TEXTS = 100;

    private final Transport below;
    private final Origin registry;
    private final Events events;
    private final Set<String> reported = new HashSet<>();

    WarningTransport(Transport below, Origin registry, Events events) {
        this.below = below;
        this.registry = registry;
        this.events = events;
    }

    @Override
    public Reply send(Request request, Deadline deadline) throws InterruptedException {
        Reply reply = below.send(request, deadline);
        List<String> warnings = reply.headers("Warning");
        if (!warnings.isEmpty() && Origin.of(reply.request().uri()).equals(registry)) {
            for (String header : warnings) {
                WarningText.of(header).map(request::redacted).ifPresent(this::report);
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
        return reported.size() < MOST_TEXTS && reported.add(text);
    }
}
