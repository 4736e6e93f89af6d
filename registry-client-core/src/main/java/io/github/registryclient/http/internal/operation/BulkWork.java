package io.github.registryclient.http.internal.operation;

import io.github.registryclient.internal.InFlight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The items of one bulk call, taken one after the other by the calling thread and its helpers. */
final class BulkWork<A, B> {
    private final List<A> items;
    private final Function<A, B> function;
    private final @Nullable Object[] results;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger left;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final List<Future<?>> helpers = new ArrayList<>();

    BulkWork(List<A> items, Function<A, B> function) {
        this.items = items;
        this.function = function;
        this.results = new Object[items.size()];
        this.left = new AtomicInteger(items.size());
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

    /** Works until nothing is left to begin, then waits for what the helpers began, or for the first failure. */
    List<B> finish() throws InterruptedException {
        try {
            runHere();
            if (!items.isEmpty()) {
                over.get();
            }
            return results();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error) {
                throw (Error) e.getCause();
            }
            throw (RuntimeException) e.getCause();
        } finally {
            helpers.forEach(helper -> helper.cancel(true));
        }
    }

    /** A failure elsewhere ends what the calling thread still waits for. */
    private void runHere() {
        InFlight here = new InFlight();
        var unused = over.whenComplete((none, failure) -> {
            if (failure != null) {
                here.end();
            }
        });
        try {
            run();
        } finally {
            here.leave();
        }
    }

    private void run() {
        try {
            for (int index = next.getAndIncrement();
                    index < items.size() && !over.isDone();
                    index = next.getAndIncrement()) {
                results[index] = function.apply(items.get(index));
                if (left.decrementAndGet() == 0) {
                    over.complete(null);
                }
            }
        } catch (RuntimeException | Error e) {
            over.completeExceptionally(e);
        }
    }

    @SuppressWarnings("unchecked") // filled by run() with what the function gave
    private List<B> results() {
        return (List<B>) Collections.unmodifiableList(Arrays.asList(results));
    }
}
