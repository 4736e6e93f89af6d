package io.github.registryclient.examples;

import io.github.registryclient.cleanup.report.Traffic;
import io.github.registryclient.http.event.ClientListener;
import io.github.registryclient.http.event.RequestAttempt;
import io.github.registryclient.http.event.Retry;
import io.github.registryclient.http.event.Wait;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** Counts what is asked of a registry. Thread-safe. */
final class TrafficCounter implements ClientListener {
    private final LongAdder requests = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder waitedNanos = new LongAdder();

    @Override
    public void requestStarted(RequestAttempt attempt) {
        requests.increment();
    }

    @Override
    public void retrying(Retry retry) {
        retries.increment();
    }

    /** Turns among our own requests do not count: added up over threads they would be longer than the run. */
    @Override
    public void waiting(Wait wait) {
        if (wait.reason() != Wait.Reason.QUEUE) {
            waitedNanos.add(wait.time().toNanos());
        }
    }

    Traffic traffic() {
        return Traffic.builder()
                .requests(requests.sum())
                .retries(retries.sum())
                .waited(Duration.ofNanos(waitedNanos.sum()))
                .build();
    }
}
