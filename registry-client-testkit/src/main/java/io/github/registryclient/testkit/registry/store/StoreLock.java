package io.github.registryclient.testkit.registry.store;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Lets many look at once, and one change something. Whoever changes may look and change again meanwhile. */
final class StoreLock {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    <T> T shared(Supplier<T> question) {
        lock.readLock().lock();
        try {
            return question.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    <T> T exclusively(Step<T> step) throws IOException {
        lock.writeLock().lock();
        try {
            return step.run();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
