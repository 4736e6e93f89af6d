package io.github.registryclient.http.internal.transport;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One thread at work, that others may have to end. It is ended by an interrupt, which it takes back when it leaves, so that no
 * stray interrupt flag is left behind; an interrupt by the thread's owner is left to its owner.
 */
public final class InFlight {
    /** Why it was ended. */
    public enum Ending {
        /** The client was closed. */
        CLOSED,
        /** Its deadline has passed, and the JDK's client did not notice. */
        OVERDUE,
        /** Another part of the same work failed, so that this one is for nothing. */
        IN_VAIN
    }

    private enum State {
        RUNNING,
        ENDING,
        ENDED,
        LEFT
    }

    private final Thread thread = Thread.currentThread();
    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
    private volatile @Nullable Ending ending;
    private boolean taken;

    /** The calling thread begins. */
    public InFlight() {}

    /**
     * Ends it, once; called by any thread. One that is interrupted already ends by itself.
     *
     * @param reason why
     */
    public void end(Ending reason) {
        if (state.compareAndSet(State.RUNNING, State.ENDING)) {
            boolean interruptedByOwner = thread.isInterrupted();
            if (!interruptedByOwner) {
                ending = reason;
                thread.interrupt();
            }
            state.set(interruptedByOwner ? State.RUNNING : State.ENDED);
        }
    }

    /** Called by the thread itself when an interrupt ended its waiting: why, or null if that interrupt was its owner's. */
    @Nullable
    Ending take() {
        taken = hasEnded();
        return taken ? ending : null;
    }

    /** Called by the thread itself, last. */
    public void leave() {
        while (!state.compareAndSet(State.RUNNING, State.LEFT)) {
            if (hasEnded()) {
                if (!taken) {
                    Thread.interrupted();
                }
                return;
            }
        }
    }

    private boolean hasEnded() {
        while (state.get() == State.ENDING) {
            Thread.onSpinWait();
        }
        return state.get() == State.ENDED;
    }
}
