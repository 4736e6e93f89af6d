package io.github.registryclient.cleanup.read;

import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets nobody begin a work that somebody else is doing for the same key: who comes second waits, and finds what the first has left.
 * Keys that happen to share a lock wait for each other too, which only costs time. Thread-safe.
 */
final class Turns<K> {
    /** Many more than there are readers. */
    private static final int LOCKS = 256;

    private final List<Lock> locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).collect(Collectors.toUnmodifiableList());

    /** Not to be called from within a work. */
    <T> T take(K key, Supplier<T> work) {
        Lock lock = locks.get(Math.floorMod(key.hashCode(), LOCKS));
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
