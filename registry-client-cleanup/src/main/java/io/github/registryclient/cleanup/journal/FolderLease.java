package io.github.registryclient.cleanup.journal;

import io.github.registryclient.internal.Excerpt;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A lease that is held (H13), until it is lost (H28). Thread-safe. */
final class FolderLease implements Lease {
    private final String registry;
    private final LeaseFile file;
    private final LeaseLock lock;
    private final LeaseTerms terms;
    private final Pulse.Beating beating;
    private LeaseState state;
    private @Nullable LeaseLostException lost;
    private @Nullable Exception missed;
    private boolean closed;

    FolderLease(String registry, LeaseFile file, LeaseLock lock, LeaseState state, LeaseTerms terms) {
        this.registry = registry;
        this.file = file;
        this.lock = lock;
        this.state = state;
        this.terms = terms;
        this.beating = terms.pulse.start(this::beat, terms.interval);
    }

    /** The file first and the clock last: what was read during a pause is old, and the clock tells. */
    @Override
    public synchronized void require() {
        if (lost != null) {
            throw lost;
        }
        if (closed) {
            throw new LeaseLostException("the lease of " + Excerpt.of(registry) + " was given back", null);
        }
        makeSureItIsOurs();
        Instant now = makeSureItIsInTime();
        if (!now.isBefore(state.beat.plus(terms.interval)) || now.isBefore(state.beat)) {
            beatAt(now);
            makeSureItIsInTime();
        }
    }

    private void makeSureItIsOurs() {
        Optional<LeaseState> written;
        try {
            written = file.read();
        } catch (IOException | JournalException e) {
            throw lose("its file cannot be read any more: " + e, e);
        }
        if (written.filter(state::isSame).isEmpty()) {
            throw lose(
                    "it was taken over as number "
                            + written.map(other -> other.number + " by " + other.shown())
                                    .orElse("?, and its file is gone"),
                    null);
        }
    }

    /** A clock that went back by more than a beat tells no more how long this program was paused. */
    private Instant makeSureItIsInTime() {
        Instant now = terms.clock.instant();
        if (state.isOverdue(now, terms.interval)) {
            throw lose(
                    "it was last confirmed " + state.beat + ", and now it is " + now
                            + ": this machine was paused, or its clock was set",
                    missed);
        }
        if (now.isBefore(state.beat.minus(terms.interval))) {
            throw lose("the clock was set back, from " + state.beat + " to " + now, null);
        }
        return now;
    }

    private LeaseLostException lose(String why, @Nullable Exception cause) {
        lost = new LeaseLostException(
                "the lease of " + Excerpt.of(registry) + ", number " + state.number + ", is lost: " + Excerpt.of(why)
                        + "; nothing more is done: resume the run when nobody else is at work",
                cause);
        return lost;
    }

    /** By the thread that beats. Whoever is about to change something is told what went wrong. */
    private synchronized void beat() {
        if (lost != null || closed) {
            return;
        }
        try {
            makeSureItIsOurs();
            beatAt(makeSureItIsInTime());
        } catch (LeaseLostException e) {
            missed = e;
        }
    }

    /** One that cannot be written is only missed: the next may be, and three may not. */
    private void beatAt(Instant now) {
        LeaseState next = state.beaten(now);
        try {
            file.write(next);
            state = next;
        } catch (IOException e) {
            missed = e;
        }
    }

    @Override
    public void close() {
        beating.close();
        synchronized (this) {
            if (!closed) {
                closed = true;
                giveBack();
            }
        }
    }

    /** What is not ours any more is left as it is. */
    private void giveBack() {
        try {
            try {
                if (lost == null && file.read().filter(state::isSame).isPresent()) {
                    file.write(state.givenBack());
                }
            } finally {
                lock.close();
            }
        } catch (IOException | JournalException e) {
            System.getLogger("io.github.registryclient.cleanup.journal")
                    .log(
                            System.Logger.Level.WARNING,
                            "the lease in {0} is free, and its file cannot say so: {1}",
                            file,
                            e);
        }
    }
}
