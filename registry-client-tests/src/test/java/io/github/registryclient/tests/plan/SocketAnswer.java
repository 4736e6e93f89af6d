package io.github.registryclient.tests.plan;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import javax.net.ssl.SSLSession;

/** An answer as the JDK's client would give it. For one thread until it is whole. */
final class SocketAnswer<T> implements HttpResponse<T>, HttpResponse.ResponseInfo, Flow.Subscription {
    private final HttpRequest request;
    private final int status;
    private final HttpHeaders headers;
    private T body;

    SocketAnswer(HttpRequest request, int status, HttpHeaders headers) {
        this.request = request;
        this.status = status;
        this.headers = headers;
    }

    /** Hands the body over, or why it is not whole. */
    void take(HttpResponse.BodyHandler<T> handler, InputStream in) throws IOException {
        HttpResponse.BodySubscriber<T> subscriber = handler.apply(this);
        subscriber.onSubscribe(this);
        try {
            byte[] bytes = bytes(in);
            if (bytes.length > 0) {
                subscriber.onNext(List.of(ByteBuffer.wrap(bytes)));
            }
        } catch (IOException e) {
            subscriber.onError(e);
            throw e;
        }
        subscriber.onComplete();
        try {
            body = subscriber.getBody().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new IOException(e.getCause());
        }
    }

    private byte[] bytes(InputStream in) throws IOException {
        if (request.method().equals("HEAD") || status == 204 || status == 304) {
            return new byte[0];
        }
        if (headers.firstValue("Transfer-Encoding").isPresent()) {
            return chunks(in);
        }
        int length = (int) headers.firstValueAsLong("Content-Length").orElseThrow(() -> new IOException("no length"));
        return exactly(in, length);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int length;
        do {
            length = Integer.parseInt(SocketLine.line(in), 16);
            all.write(exactly(in, length));
            SocketLine.line(in);
        } while (length > 0);
        return all.toByteArray();
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the connection ended after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    @Override
    public int statusCode() {
        return status;
    }

    @Override
    public HttpHeaders headers() {
        return headers;
    }

    @Override
    public T body() {
        return body;
    }

    @Override
    public HttpClient.Version version() {
        return HttpClient.Version.HTTP_1_1;
    }

    @Override
    public HttpRequest request() {
        return request;
    }

    @Override
    public URI uri() {
        return request.uri();
    }

    @Override
    public Optional<HttpResponse<T>> previousResponse() {
        return Optional.empty();
    }

    @Override
    public Optional<SSLSession> sslSession() {
        return Optional.empty();
    }

    @Override
    public void request(long count) {
        // all comes at once
    }

    @Override
    public void cancel() {
        // all has come
    }
}
