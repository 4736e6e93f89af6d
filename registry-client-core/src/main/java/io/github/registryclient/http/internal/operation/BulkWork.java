package io.github.registryclient.http.internal.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The items of one bulk call, taken one after the other by the calling thread and its helpers. */
final class BulkWork<A, B> {
    private final List<A> items;
    private final Function<A, B> function;
    private final @Nullable Object[] results;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final List<Future<?>> helpers = new ArrayList<>();

    BulkWork(List<A> items, Function<A, B> function) {
        this.items = items;
        this.function = function;
        this.results = new Object[items.size()];
    }

    /** Starts a helper; without a thread for it the others do its part. */
    void help(ExecutorService threads, Runnable whenDone) {
        FutureTask<?> helper = new FutureTask<>(this::run, null) {
            @Override
            protected void done() {
                whenDone.run();
            }
        };
        try {
            threads.execute(helper);
            helpers.add(helper);
        } catch (RejectedExecutionException closing) {
            helper.cancel(false);
        }
    }

    /** Works until nothing is left, then waits for the helpers. */
    List<B> finish() throws InterruptedException {
        run();
        try {
            for (Future<?> helper : helpers) {
                if (failure.get() != null) {
                    break;
                }
                helper.get();
            }
        } catch (ExecutionException | CancellationException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            helpers.forEach(helper -> helper.cancel(true));
        }
        Throwable failed = failure.get();
        if (failed instanceof RuntimeException) {
            throw (RuntimeException) failed;
        } else if (failed != null) {
            throw (Error) failed;
        }
        return results();
    }

    private void run() {
        try {
            for (int index = next.getAndIncrement();
                    index < items.size() && failure.get() == null;
                    index = next.getAndIncrement()) {
                results[index] = function.apply(items.get(index));
            }
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }

    @SuppressWarnings("unchecked") // filled by run() with what the function gave
    private List<B> results() {
        return (List<B>) Collections.unmodifiableList(Arrays.asList(results));
    }
}
