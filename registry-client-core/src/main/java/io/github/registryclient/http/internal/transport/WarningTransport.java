package io.github.registryclient.http.internal.transport;

import io.github.registryclient.http.internal.address.Origin;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reports the registry's warnings to the log, each distinct text once. Of its own origin only: storage has nothing to say.
 *
 * <p>Source: OCI distribution spec 1.1, "Warnings"; RFC 7234, 5.5.
 */
final class WarningTransport implements Transport {
    static final int MOST_TEXTS = 100;

    private final Transport below;
    private final Origin registry;
    private final Consumer<String> sink;
    private final Set<String> reported = new HashSet<>();

    WarningTransport(Transport below, Origin registry, Consumer<String> sink) {
        this.below = below;
        this.registry = registry;
        this.sink = sink;
    }

    /** Reports to the log of this class. */
    static WarningTransport logging(Transport below, Origin registry) {
        System.Logger log = System.getLogger(WarningTransport.class.getName());
        return new WarningTransport(
                below, registry, text -> log.log(System.Logger.Level.WARNING, "{0} warns: {1}", registry, text));
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
            try {
                sink.accept(text);
            } catch (RuntimeException brokenLog) {
                return; // a warning never fails a call
            }
        }
    }

    private synchronized boolean isNew(String text) {
        return reported.size() < MOST_TEXTS && reported.add(text);
    }
}
