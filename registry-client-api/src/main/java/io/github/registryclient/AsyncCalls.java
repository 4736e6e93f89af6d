package io.github.registryclient;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The calls of an asynchronous client that are not over. */
final class AsyncCalls {
    private final RegistryClient client;
    private final CallExecutor executor;
    private final Set<AsyncCall<?>> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    AsyncCalls(RegistryClient client, CallExecutor executor) {
        this.client = client;
        this.executor = executor;
    }

    /** The order (register, then look) lets no call slip past {@link #close}. Throws nothing: what goes wrong, the future tells. */
    <T> CompletableFuture<T> begin(Function<? super RegistryClient, ? extends T> work) {
        AsyncCall<T> call = new AsyncCall<>(client, work);
        open.add(call);
        call.onCompletion(() -> {
            open.remove(call);
            executor.drop(call);
        });
        if (closed) {
            call.close();
            return call.future();
        }
        try {
            executor.execute(call);
        } catch (RuntimeException | Error e) { // rejected, or no memory for a thread
            if (closed) {
                call.close();
            } else {
                call.refuse(e);
            }
        }
        return call.future();
    }

    void close() {
        closed = true;
        open.forEach(AsyncCall::close);
        executor.close();
    }

    @Override
    public String toString() {
        return client.toString();
    }
}
