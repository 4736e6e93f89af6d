package io.github.registryclient.http.internal.transport;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Looks now and then for calls that outlived their deadline: the JDK's own timeout does not end all of them (on Java 11 an
 * answer that begins with an unexpected {@code 100 Continue} hangs for ever). A look at all calls, because a timer for each
 * would cost more than a fast call itself.
 */
final class Watch {
    private static final long PERIOD_MILLIS = 1000;

    private final Lifecycle lifecycle;
    private final BodyTimer timer;
    private final AtomicBoolean running = new AtomicBoolean();

    Watch(Lifecycle lifecycle, BodyTimer timer) {
        this.lifecycle = lifecycle;
        this.timer = timer;
    }

    /** Goes on looking until there are no calls any more. */
    void keep() {
        if (!running.get() && running.compareAndSet(false, true)) {
            var unused = timer.after(PERIOD_MILLIS, this::look);
        }
    }

    private void look() {
        running.set(false);
        if (lifecycle.endOverdue()) {
            keep();
        }
    }
}
