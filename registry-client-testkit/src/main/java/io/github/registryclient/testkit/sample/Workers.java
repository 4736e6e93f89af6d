package io.github.registryclient.testkit.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs tasks side by side on threads that are gone afterwards; the first failure is the failure of all. */
final class Workers {
    private static final int THREADS = 8;

    void run(List<Callable<Void>> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(THREADS, tasks.size()), task -> {
            Thread thread = new Thread(task, "testkit-filler");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<Void>> results = new ArrayList<>();
            tasks.forEach(task -> results.add(threads.submit(task)));
            for (Future<Void> result : results) {
                result.get();
            }
        } catch (ExecutionException e) {
            throw new UncooperativeRegistryException("filling failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncooperativeRegistryException("interrupted while filling", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
