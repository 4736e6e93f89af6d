package io.github.registryclient.benchmarks.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The answers of a {@link CannedServer}: complete bytes by method and request target. Filled first, then only read. */
public final class CannedAnswers {
    private static final ByteBuffer NOT_FOUND =
            direct("HTTP/1.1 404 Not Found\r\nContent-Type: text/plain\r\nContent-Length: 0\r\n\r\n");

    private final Map<String, ByteBuffer> answers = new HashMap<>();

    /** Creates a set in which everything is not found. */
    public CannedAnswers() {}

    /**
     * Adds an answer with status 200.
     *
     * @param method {@code GET}, or {@code HEAD} for an answer without the body that it announces
     * @param target path and query as clients send them
     * @param headers header lines, each ended by CR LF, without {@code Content-Length}
     * @param body the body, ASCII
     * @return this
     */
    public CannedAnswers put(String method, String target, String headers, String body) {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n" + headers + "\r\n";
        answers.put(method + ' ' + target, direct(method.equals("HEAD") ? head : head + body));
        return this;
    }

    /** The answer to a request, to be written from its position to its end; the same bytes serve all connections. */
    ByteBuffer find(String methodAndTarget) {
        return answers.getOrDefault(methodAndTarget, NOT_FOUND).duplicate();
    }

    /** Outside the heap, so that writing copies nothing. */
    private static ByteBuffer direct(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip().asReadOnlyBuffer();
    }
}
