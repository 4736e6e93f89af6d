package io.github.registryclient.tests.plan;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Flow;

/** The bytes of a request whose body, if it has one, is in memory. */
final class SocketRequest implements Flow.Subscriber<ByteBuffer> {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    private SocketRequest() {}

    static byte[] bytes(HttpRequest request) {
        URI uri = request.uri();
        StringBuilder head = new StringBuilder(request.method() + " " + uri.getRawPath());
        if (uri.getRawQuery() != null) {
            head.append('?').append(uri.getRawQuery());
        }
        head.append(" HTTP/1.1\r\nHost: ").append(uri.getRawAuthority()).append("\r\n");
        request.headers()
                .map()
                .forEach((name, values) -> values.forEach(
                        value -> head.append(name).append(": ").append(value).append("\r\n")));
        SocketRequest all = new SocketRequest();
        request.bodyPublisher().ifPresent(publisher -> {
            head.append("Content-Length: ").append(publisher.contentLength()).append("\r\n");
            publisher.subscribe(all);
        });
        byte[] begin = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] bytes = new byte[begin.length + all.body.size()];
        System.arraycopy(begin, 0, bytes, 0, begin.length);
        System.arraycopy(all.body.toByteArray(), 0, bytes, begin.length, all.body.size());
        return bytes;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(ByteBuffer item) {
        byte[] bytes = new byte[item.remaining()];
        item.get(bytes);
        body.write(bytes, 0, bytes.length);
    }

    @Override
    public void onError(Throwable failure) {
        throw new IllegalStateException(failure);
    }

    @Override
    public void onComplete() {}
}
