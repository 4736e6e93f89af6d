package io.github.registryclient.http.internal.transport;

import java.util.concurrent.atomic.AtomicReference;

/**
 * One thread inside a call. The client's {@code close()} interrupts it, and the thread takes that interrupt back when it
 * leaves, so that no stray interrupt flag is left behind.
 */
final class InFlight {
    private enum State {
        RUNNING,
        INTERRUPTING,
        INTERRUPTED,
        LEFT
    }

    private final Thread thread = Thread.currentThread();
    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);

    /** Called by whoever closes the client. */
    void abort() {
        if (state.compareAndSet(State.RUNNING, State.INTERRUPTING)) {
            thread.interrupt();
            state.set(State.INTERRUPTED);
        }
    }

    /** Called by the thread itself, last. */
    void leave() {
        if (state.compareAndSet(State.RUNNING, State.LEFT)) {
            return;
        }
        while (state.get() != State.INTERRUPTED) {
            Thread.onSpinWait();
        }
        Thread.interrupted();
    }
}
