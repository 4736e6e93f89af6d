package io.github.registryclient.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/** A clock that stands still until it is moved, so that what expires can be tested without waiting. Thread-safe. */
public final class MovableClock extends Clock {
    private final Hand hand;
    private final ZoneId zone;

    private MovableClock(Hand hand, ZoneId zone) {
        this.hand = hand;
        this.zone = zone;
    }

    /**
     * A clock that shows a moment.
     *
     * @param start the moment; where real servers check times as well, {@link Instant#now()}
     * @return a new clock in UTC
     */
    public static MovableClock at(Instant start) {
        return new MovableClock(new Hand(Objects.requireNonNull(start, "start")), ZoneOffset.UTC);
    }

    /**
     * Moves it.
     *
     * @param time how far; backwards if negative
     */
    public void move(Duration time) {
        hand.move(time);
    }

    @Override
    public Instant instant() {
        return hand.now();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** A clock in another zone that moves with this one. */
    @Override
    public MovableClock withZone(ZoneId other) {
        return new MovableClock(hand, other);
    }

    /** What it shows. */
    @Override
    public String toString() {
        return instant().toString();
    }

    private static final class Hand {
        private Instant now;

        private Hand(Instant now) {
            this.now = now;
        }

        private synchronized Instant now() {
            return now;
        }

        private synchronized void move(Duration time) {
            now = now.plus(time);
        }
    }
}
