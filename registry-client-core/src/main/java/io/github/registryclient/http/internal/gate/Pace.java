package io.github.registryclient.http.internal.gate;

import io.github.registryclient.http.internal.advice.RetryAfter;

/**
 * When a host gets its next request: never sooner after the last one than was configured, and, after it said that it has too
 * much to do, twice as long after it, with less and less between as things go well. What it asks to wait, all wait. In
 * milliseconds. Thread-safe.
 */
final class Pace {
    private static final double FIRST_GAP = 50;
    private static final double LONGEST_GAP = 5_000;
    private static final double NO_GAP = 5;
    private static final double RECOVERY = 0.95;
    /** A host must not stop this client for longer; who waits for less time than it asked for is told so again. */
    private static final long LONGEST_STOP = RetryAfter.LONGEST_WAIT.toMillis();
    /** After that long without a request nothing of it is remembered. */
    private static final long FORGOTTEN = 60_000;

    private final double configuredGap;
    private double gap;
    private double next = Long.MIN_VALUE;
    private long stoppedUntil = Long.MIN_VALUE;
    private long slowedAt = Long.MIN_VALUE;
    private long latest = Long.MIN_VALUE;

    Pace(double configuredGap) {
        this.configuredGap = configuredGap;
        this.gap = configuredGap;
    }

    /** Takes the next turn, if it comes within a time: how long until then, or -1 if it is later than that. */
    synchronized long takeTurn(long now, long most) {
        if (now > next + FORGOTTEN) {
            gap = configuredGap;
        }
        survive(now);
        double start = Math.max((double) now, Math.max(next, (double) stoppedUntil));
        long wait = (long) Math.ceil(start - now);
        if (wait > most) {
            return -1;
        }
        next = start + gap;
        return wait;
    }

    /** Who took a turn and does not use it leaves it to the others. */
    synchronized void giveBack() {
        next -= gap;
    }

    /** A clock that was set back must not make anybody wait for the time to come again. */
    private void survive(long now) {
        stoppedUntil = Math.min(stoppedUntil, now + LONGEST_STOP);
        if (now < latest) {
            next = Math.min(next, now + gap);
            slowedAt = Math.min(slowedAt, now);
        }
        latest = now;
    }

    synchronized boolean isStopped(long now) {
        survive(now);
        return now < stoppedUntil;
    }

    /** Whether the host gets less than was configured. */
    synchronized boolean isSlowed() {
        return gap > configuredGap;
    }

    /** How long the host has to be left alone. */
    synchronized long stoppedFor(long now) {
        survive(now);
        return stoppedUntil > now ? stoppedUntil - now : 0;
    }

    /**
     * The host has too much to do. Requests that were on their way when it said so before say nothing new: then false.
     */
    synchronized boolean slowDown(long sentAt, long now, long stopMillis) {
        stoppedUntil = Math.max(stoppedUntil, now + Math.min(stopMillis, LONGEST_STOP));
        if (sentAt < slowedAt) {
            return false;
        }
        slowedAt = now;
        gap = Math.min(Math.max(2 * gap, FIRST_GAP), Math.max(LONGEST_GAP, configuredGap));
        next = Math.max(next, now + gap);
        return true;
    }

    synchronized void wentWell() {
        if (gap > configuredGap) {
            gap *= RECOVERY;
            if (gap < Math.max(NO_GAP, configuredGap)) {
                gap = configuredGap;
            }
        }
    }
}
