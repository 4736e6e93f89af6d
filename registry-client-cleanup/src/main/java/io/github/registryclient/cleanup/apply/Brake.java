package io.github.registryclient.cleanup.apply;

import io.github.registryclient.cleanup.text.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What ends a run between two items: somebody's wish, its time, its number of items, or something that concerns all. Thread-safe. */
final class Brake {
    private final Clock clock;
    private final @Nullable Instant end;
    private final String whyThen;
    private final int most;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicReference<String> reason = new AtomicReference<>();
    private volatile boolean hurried;
    private final CountDownLatch stopped = new CountDownLatch(1);

    Brake(ApplySettings settings) {
        clock = settings.clock();
        most = settings.mostItems();
        Instant byTime = settings.stopAfter().map(clock.instant()::plus).orElse(null);
        Instant byClock = settings.until().orElse(null);
        boolean clockFirst = byClock != null && (byTime == null || byClock.isBefore(byTime));
        end = clockFirst ? byClock : byTime;
        whyThen = clockFirst
                ? "it is " + byClock + ", until when it was to run"
                : "it ran for " + settings.stopAfter().map(Times::text).orElse("") + ", as long as it was to";
    }

    /** Somebody waits for the end: what is in hand must not take long. */
    void hurry(String why) {
        hurried = true;
        stop(why);
    }

    boolean isHurried() {
        return hurried;
    }

    /** The first reason counts. */
    void stop(String why) {
        if (reason.compareAndSet(null, why)) {
            stopped.countDown();
        }
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason.get());
    }

    /** Whether it may go on by time; if not, for good. */
    boolean goesOn() {
        if (end != null && !clock.instant().isBefore(end)) {
            stop(whyThen);
        }
        return reason.get() == null;
    }

    /** Whether one more thing may be deleted; if not, for good. */
    boolean takeItem() {
        if (!goesOn()) {
            return false;
        }
        if (taken.incrementAndGet() > most) {
            stop("it was to delete " + most + " at most");
            return false;
        }
        return true;
    }

    /** Waits, but no longer than until it is stopped. */
    void await(Duration duration) throws InterruptedException {
        stopped.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    }
}
