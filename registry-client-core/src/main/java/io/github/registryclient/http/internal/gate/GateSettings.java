package io.github.registryclient.http.internal.gate;

import io.github.registryclient.http.time.Pauses;

/** How much a host gets. Immutable. */
public final class GateSettings {
    private final int concurrency;
    private final double requestsPerSecond;
    private final Pauses pauses;

    /**
     * Settings.
     *
     * @param concurrency how many requests at a time
     * @param requestsPerSecond how many a second, or 0 for as many as there are
     * @param pauses how waiting is done
     */
    public GateSettings(int concurrency, double requestsPerSecond, Pauses pauses) {
        this.concurrency = concurrency;
        this.requestsPerSecond = requestsPerSecond;
        this.pauses = pauses;
    }

    int concurrency() {
        return concurrency;
    }

    double gapMillis() {
        return requestsPerSecond == 0 ? 0 : 1_000 / requestsPerSecond;
    }

    Pauses pauses() {
        return pauses;
    }
}
