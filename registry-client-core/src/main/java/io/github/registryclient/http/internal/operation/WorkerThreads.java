package io.github.registryclient.http.internal.operation;

import io.github.registryclient.http.internal.transport.OwnThreads;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes threads for workers: virtual ones on Java 21 and later, which this library, built for 11, can only reach by name. */
final class WorkerThreads {
    private static final String NAME = "registry-client-worker-";

    private WorkerThreads() {}

    static ExecutorService create() {
        return Executors.newCachedThreadPool(factory());
    }

    private static ThreadFactory factory() {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            Class<?> type = Class.forName("java.lang.Thread$Builder");
            Object named = type.getMethod("name", String.class, long.class).invoke(builder, NAME, 1L);
            Object bare = type.getMethod("inheritInheritableThreadLocals", boolean.class)
                    .invoke(named, false);
            ThreadFactory factory = (ThreadFactory) type.getMethod("factory").invoke(bare);
            return task -> {
                Thread thread = factory.newThread(task);
                thread.setContextClassLoader(WorkerThreads.class.getClassLoader());
                return thread;
            };
        } catch (NoSuchMethodException
                | ClassNotFoundException
                | IllegalAccessException
                | InvocationTargetException before21) {
            return platformThreads();
        }
    }

    private static ThreadFactory platformThreads() {
        AtomicInteger count = new AtomicInteger();
        return task -> OwnThreads.create(task, NAME + count.incrementAndGet());
    }
}
