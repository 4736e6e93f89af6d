package io.github.registryclient.http.internal.gate;

import io.github.registryclient.http.internal.address.Origin;
import io.github.registryclient.http.internal.time.Deadline;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.http.internal.transport.Transport;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A gate for each origin: a slow token server, or storage that has too much to do, holds up nobody else. The registry names the
 * others, so beyond a number of them they share one.
 */
public final class HostGates implements Transport {
    private static final int MOST = 64;

    private final Map<Origin, Transport> gates = new ConcurrentHashMap<>();
    private final Supplier<Transport> newGate;
    private final Transport shared;

    /**
     * Creates them.
     *
     * @param registry the origin that always has its own
     * @param newGate makes one
     */
    public HostGates(Origin registry, Supplier<Transport> newGate) {
        this.newGate = newGate;
        this.shared = newGate.get();
        gates.put(registry, newGate.get());
    }

    @Override
    public Reply send(Request request, Deadline deadline) throws InterruptedException {
        return gate(request.origin()).send(request, deadline);
    }

    private Transport gate(Origin origin) {
        Transport known = gates.get(origin);
        if (known != null) {
            return known;
        }
        return gates.size() < MOST ? gates.computeIfAbsent(origin, unknown -> newGate.get()) : shared;
    }
}
