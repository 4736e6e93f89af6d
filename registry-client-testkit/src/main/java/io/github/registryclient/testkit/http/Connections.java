package io.github.registryclient.testkit.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The connections that are open, each with its thread. Thread-safe. */
final class Connections {
    private final String name;
    private final Map<Connection, Thread> open = new ConcurrentHashMap<>();
    private final AtomicLong accepted = new AtomicLong();
    private volatile boolean closed;

    /** @param name what the threads are called, before a number */
    Connections(String name) {
        this.name = name;
    }

    int open() {
        return open.size();
    }

    long accepted() {
        return accepted.get();
    }

    void start(Connection connection) {
        Thread thread = new Thread(() -> run(connection), name + "-" + accepted.incrementAndGet());
        thread.setDaemon(true);
        open.put(connection, thread);
        thread.start();
        if (closed) {
            connection.close();
        }
    }

    private void run(Connection connection) {
        try {
            connection.run();
        } finally {
            open.remove(connection);
        }
    }

    /** Ends them all; handlers that wait for something are interrupted. */
    void close(Deadline deadline) {
        closed = true;
        Map<Connection, Thread> ending = Map.copyOf(open);
        ending.forEach((connection, thread) -> {
            connection.close();
            if (thread != Thread.currentThread()) {
                thread.interrupt();
            }
        });
        ending.values().forEach(deadline::await);
    }
}
