package io.github.registryclient.http.internal.transport;

import io.github.registryclient.http.event.ClientListener;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A listener whose failures stay its own: the first one is logged, none reaches a call. */
final class GuardedListener {
    private final ClientListener listener;
    private final AtomicBoolean failed = new AtomicBoolean();

    GuardedListener(ClientListener listener) {
        this.listener = listener;
    }

    void tell(Consumer<ClientListener> event) {
        try {
            event.accept(listener);
        } catch (OutOfMemoryError | InternalError e) {
            throw e;
        } catch (Throwable e) { // also checked ones of other languages, and classes that are missing
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt(); // it was the call's, and ends it
            }
            if (failed.compareAndSet(false, true)) {
                EventLog.broken(listener, e);
            }
        }
    }
}
