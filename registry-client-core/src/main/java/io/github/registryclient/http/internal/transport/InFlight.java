package io.github.registryclient.http.internal.transport;

import java.util.concurrent.atomic.AtomicReference;

/**
 * One thread inside a call. The client's {@code close()} interrupts it, and the thread takes that interrupt back when it
 * leaves, so that no stray interrupt flag is left behind; an interrupt by the thread's owner is left to its owner.
 */
final class InFlight {
    private enum State {
        RUNNING,
        ABORTING,
        ABORTED,
        LEFT
    }

    private final Thread thread = Thread.currentThread();
    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
    private boolean taken;

    /** Called by whoever closes the client. A thread that is interrupted already ends by itself. */
    void abort() {
        if (state.compareAndSet(State.RUNNING, State.ABORTING)) {
            boolean ending = thread.isInterrupted();
            if (!ending) {
                thread.interrupt();
            }
            state.set(ending ? State.RUNNING : State.ABORTED);
        }
    }

    /** Called by the thread itself when an interrupt ended its waiting: whether that was {@link #abort}'s. */
    boolean takeAbort() {
        taken = isAborted();
        return taken;
    }

    /** Called by the thread itself, last. */
    void leave() {
        while (!state.compareAndSet(State.RUNNING, State.LEFT)) {
            if (isAborted()) {
                if (!taken) {
                    Thread.interrupted();
                }
                return;
            }
        }
    }

    private boolean isAborted() {
        while (state.get() == State.ABORTING) {
            Thread.onSpinWait();
        }
        return state.get() == State.ABORTED;
    }
}
