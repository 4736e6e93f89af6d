package io.github.registryclient.http.internal.transport;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.util.concurrent.ExecutionException;

/**
 * How a thread waits for the JDK's client. {@code send} is the faster way on JDK 17; before Java 16, though, it loses
 * interrupts, and one that is interrupted can leave its connection and the client's thread until the process ends.
 */
interface Waiting {
    <T> HttpResponse<T> send(HttpClient jdk, HttpRequest request, BodyHandler<T> body)
            throws IOException, InterruptedException;

    /** The way that is right on this JVM. */
    static Waiting ofThisJvm() {
        return Runtime.version().feature() < 16 ? new Detached() : new Blocking();
    }

    /** In the exchange itself, which an interrupt ends. */
    final class Blocking implements Waiting {
        @Override
        public <T> HttpResponse<T> send(HttpClient jdk, HttpRequest request, BodyHandler<T> body)
                throws IOException, InterruptedException {
            return jdk.send(request, body);
        }
    }

    /** Beside the exchange, which an interrupt leaves to its timeout. */
    final class Detached implements Waiting {
        @Override
        public <T> HttpResponse<T> send(HttpClient jdk, HttpRequest request, BodyHandler<T> body)
                throws IOException, InterruptedException {
            try {
                return jdk.sendAsync(request, body).get();
            } catch (ExecutionException e) {
                Throwable cause = e.getCause();
                if (cause instanceof IOException) {
                    throw (IOException) cause;
                }
                if (cause instanceof RuntimeException) {
                    throw (RuntimeException) cause;
                }
                throw new IOException(cause);
            }
        }
    }
}
