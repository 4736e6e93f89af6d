package io.github.registryclient.http.internal.retry;

import io.github.registryclient.http.time.Pauses;
import java.util.Random;

/** How requests are repeated. Immutable. */
public final class RetrySettings {
    private final int retries;
    private final Random random;
    private final Pauses pauses;

    /**
     * Settings.
     *
     * @param retries how often after a failure that may pass
     * @param random spreads the waits
     * @param pauses how waiting is done
     */
    public RetrySettings(int retries, Random random, Pauses pauses) {
        this.retries = retries;
        this.random = random;
        this.pauses = pauses;
    }

    int retries() {
        return retries;
    }

    Random random() {
        return random;
    }

    Pauses pauses() {
        return pauses;
    }
}
