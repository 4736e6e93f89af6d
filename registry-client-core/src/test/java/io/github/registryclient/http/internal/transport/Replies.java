package io.github.registryclient.http.internal.transport;

import io.github.registryclient.http.internal.bytes.SegmentedBytes;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Answers without a server. */
public final class Replies {
    private Replies() {}

    public static Reply ok(byte[] body, Map<String, List<String>> headers) {
        return of(200, body, headers);
    }

    public static Reply of(int status, byte[] body, Map<String, List<String>> headers) {
        SegmentedBytes bytes = new SegmentedBytes();
        bytes.append(ByteBuffer.wrap(body));
        Request request = Request.builder("GET", URI.create("http://localhost:5000/v2/app/tags/list"))
                .build();
        return new Reply(request, status, HttpHeaders.of(headers, (name, value) -> true), ReplyBody.of(bytes), 0);
    }

    /** An answer to a request, its body in UTF-8. */
    public static Reply to(Request request, int status, String body, Map<String, List<String>> headers) {
        SegmentedBytes bytes = new SegmentedBytes();
        bytes.append(ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)));
        return new Reply(request, status, HttpHeaders.of(headers, (name, value) -> true), ReplyBody.of(bytes), 0);
    }
}
