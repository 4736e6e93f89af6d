package io.github.registryclient.http;

import io.github.registryclient.internal.OwnThreads;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads on which the JDK's client handles answers: as many as there may be requests, so that none waits for another
 * that reads a file or shakes hands. The JDK's own pool, which hands each task over to a waiting thread, costs a third of the
 * throughput of small requests. Nobody needs to end them: an idle thread ends itself.
 */
final class ExchangeThreads {
    private static final Duration IDLE = Duration.ofSeconds(5);

    private ExchangeThreads() {}

    static Executor create(int concurrency) {
        AtomicInteger count = new AtomicInteger();
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                concurrency,
                concurrency,
                IDLE.toMillis(),
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(),
                task -> OwnThreads.create(task, "registry-client-http-" + count.incrementAndGet()));
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }
}
