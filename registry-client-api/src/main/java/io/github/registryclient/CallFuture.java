package io.github.registryclient;

import java.util.concurrent.CompletableFuture;

/**
 * The future of a call, and those derived from it: cancelling any of them cancels the call, as with the futures of the JDK's HTTP
 * client, because frameworks cancel the one at the end of a chain.
 */
final class CallFuture<T> extends CompletableFuture<T> {
    private final AsyncCall<?> call;

    CallFuture(AsyncCall<?> call) {
        this.call = call;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CallFuture<>(call);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        if (!mayInterruptIfRunning) {
            call.spare();
        }
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        if (cancelled && call.future() != this) {
            call.future().cancel(mayInterruptIfRunning);
        }
        return cancelled;
    }
}
