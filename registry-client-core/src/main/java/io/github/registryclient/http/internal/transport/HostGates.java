package io.github.registryclient.http.internal.transport;

import io.github.registryclient.http.internal.address.Origin;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A gate for each origin: a slow token server, or storage that has too much to do, holds up nobody else. The registry names the
 * others, so beyond a number of them they share one.
 */
final class HostGates implements Transport {
    private static final int MOST = 64;

    private final Map<Origin, Transport> gates = new ConcurrentHashMap<>();
    private final Supplier<Transport> newGate;
    private final Transport shared;

    HostGates(Origin registry, Supplier<Transport> newGate) {
        this.newGate = newGate;
        this.shared = newGate.get();
        gates.put(registry, newGate.get());
    }

    @Override
    public Reply send(Request request, Deadline deadline) throws InterruptedException {
        return gate(Origin.of(request.uri())).send(request, deadline);
    }

    private Transport gate(Origin origin) {
        Transport known = gates.get(origin);
        if (known != null) {
            return known;
        }
        return gates.size() < MOST ? gates.computeIfAbsent(origin, unknown -> newGate.get()) : shared;
    }
}
