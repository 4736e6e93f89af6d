package io.github.registryclient.http.internal.transport;

import java.lang.reflect.InvocationTargetException;
import java.net.http.HttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Holds the JDK's client until it is closed. From Java 21 on it can be shut down; before, its threads end when nobody refers
 * to it any more, so the reference is dropped.
 */
final class ClientHolder {
    private volatile @Nullable HttpClient client;

    ClientHolder(HttpClient client) {
        this.client = client;
    }

    HttpClient get(Request request) {
        HttpClient current = client;
        if (current == null) {
            throw Lifecycle.closed(request, null);
        }
        return current;
    }

    void close() {
        HttpClient current = client;
        client = null;
        if (current instanceof AutoCloseable) {
            shutdownNow(current);
        }
    }

    /** Not {@code close()}: that waits for running exchanges, without limit. */
    private static void shutdownNow(HttpClient current) {
        try {
            HttpClient.class.getMethod("shutdownNow").invoke(current);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException older) {
            // Nothing to do: the garbage collector ends it, as on Java 11 to 20.
        }
    }
}
