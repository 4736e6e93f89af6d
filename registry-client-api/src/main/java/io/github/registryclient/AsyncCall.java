package io.github.registryclient;

import io.github.registryclient.error.CallInterruptedException;
import io.github.registryclient.error.ClientClosedException;
import io.github.registryclient.internal.InFlight;
import java.io.Closeable;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One blocking call that a thread is to make for a future. Whoever completes the future otherwise ends it: before it has begun it
 * never begins, afterwards its thread is interrupted, and only while it is in the call.
 */
final class AsyncCall<T> implements Runnable {
    private final RegistryClient client;
    private final AtomicBoolean claimed = new AtomicBoolean();
    private final CallFuture<T> future = new CallFuture<>(this);
    private @Nullable Function<? super RegistryClient, ? extends T> work;
    private volatile @Nullable InFlight begun;
    private volatile boolean closing;
    private volatile boolean spared;

    AsyncCall(RegistryClient client, Function<? super RegistryClient, ? extends T> work) {
        this.client = client;
        this.work = work;
    }

    CompletableFuture<T> future() {
        return future;
    }

    /** Runs once when the future is complete, whoever completed it. */
    void onCompletion(Runnable action) {
        var unused = future.whenComplete((result, failure) -> {
            abandon();
            action.run();
        });
    }

    @Override
    public void run() {
        if (!claimed.compareAndSet(false, true)) {
            return;
        }
        T result;
        try {
            result = call();
        } catch (Throwable e) {
            future.completeExceptionally(e);
            return;
        }
        if (!future.complete(result)) {
            discard(result);
        }
    }

    /** The thread shows itself first and looks then, so that no end slips past; it has left before anything depends on it. */
    private T call() {
        InFlight here = new InFlight();
        begun = here;
        try {
            if (future.isDone()) {
                throw new CancellationException();
            }
            if (closing) {
                throw notSent();
            }
            Function<? super RegistryClient, ? extends T> once = Objects.requireNonNull(work);
            work = null; // whoever keeps the future need not keep the content of an upload
            return once.apply(client);
        } catch (CallInterruptedException e) {
            throw closing ? closed(e) : e;
        } finally {
            here.leave();
        }
    }

    /** Ends it because its client was closed. */
    void close() {
        closing = true;
        if (claimed.compareAndSet(false, true)) {
            future.completeExceptionally(notSent());
        } else {
            interrupt();
        }
    }

    /** Fails it because no thread took it. */
    void refuse(Throwable reason) {
        if (claimed.compareAndSet(false, true)) {
            future.completeExceptionally(reason);
        }
    }

    /** From now on it is not interrupted for its future's sake: {@code cancel(false)}. */
    void spare() {
        spared = true;
    }

    /** Nobody waits for it any more. */
    private void abandon() {
        if (claimed.compareAndSet(false, true)) {
            work = null;
        } else if (!spared) {
            interrupt();
        }
    }

    private void interrupt() {
        InFlight current = begun;
        if (current != null) {
            current.end();
        }
    }

    private static ClientClosedException notSent() {
        return new ClientClosedException("the asynchronous client was closed before the call began: nothing was sent");
    }

    private static ClientClosedException closed(CallInterruptedException e) {
        boolean reads = e.method().equals("GET") || e.method().equals("HEAD");
        return new ClientClosedException(
                e.method(),
                e.uri(),
                "the asynchronous client was closed during the call"
                        + (reads ? "" : "; whether the registry carried it out is unknown, look before repeating it"),
                e);
    }

    /** A stream that nobody gets would hold its connection. */
    private static void discard(Object result) {
        if (result instanceof Closeable) {
            try {
                ((Closeable) result).close();
            } catch (Throwable e) {
                // whatever a close of somebody's own throws: nobody waits for it, so nobody is to be told
            }
        }
    }
}
