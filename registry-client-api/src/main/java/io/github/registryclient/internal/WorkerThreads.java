package io.github.registryclient.internal;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes threads for workers: virtual ones on Java 21 and later, which this library, built for 11, can only reach by name. */
public final class WorkerThreads {
    private WorkerThreads() {}

    /**
     * Makes threads as they are needed; who uses them bounds their number.
     *
     * @param prefix their name, before a number
     * @return threads that end when idle for a minute, or when it is shut down
     */
    public static ExecutorService create(String prefix) {
        return Executors.newCachedThreadPool(factory(prefix));
    }

    private static ThreadFactory factory(String prefix) {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            Class<?> type = Class.forName("java.lang.Thread$Builder");
            Object named = type.getMethod("name", String.class, long.class).invoke(builder, prefix, 1L);
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
            return platformThreads(prefix);
        }
    }

    private static ThreadFactory platformThreads(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return task -> OwnThreads.create(task, prefix + count.incrementAndGet());
    }
}
