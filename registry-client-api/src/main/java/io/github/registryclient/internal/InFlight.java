package io.github.registryclient.internal;

import java.util.concurrent.atomic.AtomicReference;

/**
 * One thread at work, that others may have to end. It is ended by an interrupt, which it takes back when it leaves, so that no
 * stray interrupt flag is left behind; an interrupt by the thread's owner is left to its owner. They nest: a thread that works
 * for a bulk call has one for that and one for each request in it, and each takes back only its own interrupt.
 */
public final class InFlight {
    private enum State {
        RUNNING,
        ENDING,
        ENDED,
        LEFT
    }

    private final Thread thread = Thread.currentThread();
    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
    private boolean taken;

    /** The calling thread begins. */
    public InFlight() {}

    /** Ends it, once; called by any thread. One that is interrupted already ends by itself. */
    public void end() {
        if (state.compareAndSet(State.RUNNING, State.ENDING)) {
            boolean interruptedByOwner = thread.isInterrupted();
            if (!interruptedByOwner) {
                thread.interrupt();
            }
            state.set(interruptedByOwner ? State.RUNNING : State.ENDED);
        }
    }

    /**
     * Called by the thread itself when an interrupt ended its waiting.
     *
     * @return whether that was {@link #end}'s
     */
    public boolean takeEnd() {
        taken = hasEnded();
        return taken;
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
