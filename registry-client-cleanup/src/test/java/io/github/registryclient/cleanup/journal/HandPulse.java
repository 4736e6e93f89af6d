package io.github.registryclient.cleanup.journal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Beats when it is told. */
final class HandPulse implements Pulse {
    private final List<Runnable> beats = new CopyOnWriteArrayList<>();

    @Override
    public Beating start(Runnable beat, Duration interval) {
        beats.add(beat);
        return () -> beats.remove(beat);
    }

    void beat() {
        beats.forEach(Runnable::run);
    }

    int count() {
        return beats.size();
    }
}
