package io.github.registryclient.http.internal.transport;

import io.github.registryclient.http.internal.address.Origin;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A gate for each origin beside the registry: a slow token server holds up nobody else. The registry names the origins, so
 * beyond a number of them they share one.
 */
final class OriginGates implements Transport {
    private static final int MOST = 64;

    private final Map<Origin, Transport> gates = new ConcurrentHashMap<>();
    private final Transport below;
    private final Transport shared;
    private final int concurrency;

    OriginGates(Transport below, Origin registry, Transport registryGate, int concurrency) {
        this.below = below;
        this.concurrency = concurrency;
        this.shared = new GatedTransport(below, concurrency);
        gates.put(registry, registryGate);
    }

    @Override
    public Reply send(Request request, Deadline deadline) throws InterruptedException {
        return gate(Origin.of(request.uri())).send(request, deadline);
    }

    private Transport gate(Origin origin) {
        return gates.size() < MOST
                ? gates.computeIfAbsent(origin, unknown -> new GatedTransport(below, concurrency))
                : gates.getOrDefault(origin, shared);
    }
}
