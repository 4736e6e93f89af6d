package io.github.registryclient.http.internal.operation;

import io.github.registryclient.internal.WorkerThreads;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * The client's own helpers for work side by side, never more than a given number in all: virtual threads where the JVM has
 * them. The calling thread works too, so that a call goes on even when all helpers are busy elsewhere.
 */
public final class Workers implements AutoCloseable {
    private final ExecutorService threads = WorkerThreads.create("registry-client-worker-");
    private final Semaphore free;
    private final int most;

    /**
     * Workers.
     *
     * @param most how many helpers at a time
     */
    public Workers(int most) {
        this.most = most;
        this.free = new Semaphore(most);
    }

    /**
     * Applies a function to each item; the first failure ends it.
     *
     * @param items the items
     * @param function what to do with each, on any thread
     * @return the results in the order of the items
     * @param <A> an item
     * @param <B> a result
     * @throws InterruptedException if the calling thread was interrupted while waiting for the helpers
     */
    public <A, B> List<B> map(List<A> items, Function<A, B> function) throws InterruptedException {
        BulkWork<A, B> work = new BulkWork<>(items, function);
        int helpers = Math.min(items.size() - 1, most);
        for (int i = 0; i < helpers && free.tryAcquire(); i++) {
            work.help(threads, free::release);
        }
        return work.finish();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
