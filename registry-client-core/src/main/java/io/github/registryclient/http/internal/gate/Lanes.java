package io.github.registryclient.http.internal.gate;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many requests a host gets at a time, first come, first served. Half as many after it said that it has too much to do, and
 * one more again each time as many went well as there are lanes.
 */
final class Lanes {
    private final Width open;
    private final int most;
    private int width;
    private int wentWell;

    Lanes(int most) {
        this.most = most;
        this.width = most;
        this.open = new Width(most);
    }

    /** Only if nobody waits. */
    boolean enterAtOnce() throws InterruptedException {
        return open.tryAcquire(0, TimeUnit.MILLISECONDS);
    }

    boolean enter(long waitMillis) throws InterruptedException {
        return open.tryAcquire(waitMillis, TimeUnit.MILLISECONDS);
    }

    void leave() {
        open.release();
    }

    synchronized int width() {
        return width;
    }

    /** Those who are on their way stay; who comes next waits until there are fewer. */
    synchronized void narrow() {
        int narrower = Math.max(1, width / 2);
        open.reducePermits(width - narrower);
        width = narrower;
        wentWell = 0;
    }

    synchronized void wentWell() {
        if (width < most && ++wentWell >= width) {
            width++;
            wentWell = 0;
            open.release();
        }
    }

    /** Opens a method of the JDK's that is closed. */
    private static final class Width extends Semaphore {
        private static final long serialVersionUID = 1L;

        Width(int permits) {
            super(permits, true);
        }

        @Override
        public void reducePermits(int reduction) {
            super.reducePermits(reduction);
        }
    }
}
