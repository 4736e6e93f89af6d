package io.github.registryclient.cleanup.read;

import io.github.registryclient.internal.WorkerThreads;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Does the same with many things, some at a time. The first failure ends all. Thread-safe. */
public final class SideBySide implements AutoCloseable {
    private final ExecutorService threads;
    private final int width;
    private final Semaphore turns;

    /**
     * Workers.
     *
     * @param name what their threads are called
     * @param width how many of them there are
     */
    public SideBySide(String name, int width) {
        threads = WorkerThreads.create(name);
        this.width = width;
        turns = new Semaphore(width, true);
    }

    /**
     * Works on all things.
     *
     * @param <T> what they are
     * @param <R> what comes of each
     * @param things the things
     * @param work what to do with each
     * @return what came of them, in their order
     * @throws InterruptedException if the calling thread is interrupted; the workers are too
     */
    public <T, R> List<R> map(Collection<T> things, Function<T, R> work) throws InterruptedException {
        List<T> list = List.copyOf(things);
        List<R> results = new ArrayList<>(Collections.nCopies(list.size(), (R) null));
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean failed = new AtomicBoolean();
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < Math.min(width, list.size()); i++) {
            running.add(threads.submit(() -> {
                for (int at = next.getAndIncrement(); at < list.size() && !failed.get(); at = next.getAndIncrement()) {
                    turns.acquire();
                    try {
                        results.set(at, work.apply(list.get(at)));
                    } catch (RuntimeException | Error e) {
                        failed.set(true);
                        throw e;
                    } finally {
                        turns.release();
                    }
                }
                return null;
            }));
        }
        await(running);
        return results;
    }

    private static void await(List<Future<?>> running) throws InterruptedException {
        Throwable first = null;
        try {
            for (Future<?> one : running) {
                try {
                    one.get();
                } catch (ExecutionException e) {
                    first = first == null ? e.getCause() : first;
                }
            }
        } finally {
            running.forEach(one -> one.cancel(true));
        }
        if (first instanceof RuntimeException) {
            throw (RuntimeException) first;
        }
        if (first instanceof Error) {
            throw (Error) first;
        }
        if (first != null) {
            throw new IllegalStateException(first);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
