package io.github.registryclient.testkit.fault;

import io.github.registryclient.testkit.traffic.LoggedRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A request that came to a {@link FaultyProxy}, and what became of it. Immutable. */
public final class ProxiedRequest {
    private final LoggedRequest request;
    private final int number;
    private final Optional<FaultKind> fault;
    private final List<String> events;
    private final boolean forwarded;
    private final OptionalInt registryStatus;

    ProxiedRequest(
            LoggedRequest request,
            int number,
            Optional<FaultKind> fault,
            List<String> events,
            boolean forwarded,
            OptionalInt registryStatus) {
        this.request = request;
        this.number = number;
        this.fault = fault;
        this.events = List.copyOf(events);
        this.forwarded = forwarded;
        this.registryStatus = registryStatus;
    }

    /**
     * The request, and the status that the client got.
     *
     * @return without secrets
     */
    public LoggedRequest request() {
        return request;
    }

    /**
     * How many equal ones there were with it.
     *
     * @return 1 or more
     */
    public int number() {
        return number;
    }

    /**
     * What went wrong.
     *
     * @return empty if nothing did
     */
    public Optional<FaultKind> fault() {
        return fault;
    }

    /**
     * What happened before the registry got it.
     *
     * @return names of events
     */
    public List<String> events() {
        return events;
    }

    /**
     * Whether it was sent to the registry.
     *
     * @return false where the proxy answered in the registry's place
     */
    public boolean isForwarded() {
        return forwarded;
    }

    /**
     * What the registry answered.
     *
     * @return empty if it was not asked, or did not answer
     */
    public OptionalInt registryStatus() {
        return registryStatus;
    }

    /** One line without secrets. */
    @Override
    public String toString() {
        return request + " (#" + number + ")"
                + fault.map(kind -> " " + kind).orElse("")
                + (events.isEmpty() ? "" : " " + events)
                + (forwarded
                        ? " registry said " + (registryStatus.isPresent() ? registryStatus.getAsInt() : "nothing")
                        : " not forwarded");
    }
}
