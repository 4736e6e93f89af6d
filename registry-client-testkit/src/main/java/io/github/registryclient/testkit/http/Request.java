package io.github.registryclient.testkit.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A request whose head was read; its body is read from the connection when asked for. Used by one thread. */
public final class Request {
    private final RequestHead head;
    private final InputStream body;
    private final boolean secure;
    private final int localPort;

    Request(RequestHead head, InputStream body, boolean secure, int localPort) {
        this.head = head;
        this.body = body;
        this.secure = secure;
        this.localPort = localPort;
    }

    /**
     * A request without a connection, for tests of handlers.
     *
     * @param method such as {@code GET}
     * @param target such as {@code /v2/a/tags/list?n=5}
     * @return a builder of a request without headers and body
     */
    public static RequestBuilder builder(String method, String target) {
        return new RequestBuilder(method, target);
    }

    /**
     * The same request for something else; its body can still be read once.
     *
     * @param target such as {@code /v2/a/tags/list}
     * @return a request that shares this one's body
     */
    public Request withTarget(String target) {
        return new Request(head.withTarget(new Target(target)), body, secure, localPort);
    }

    /**
     * The same request with one header changed.
     *
     * @param name in any case; all its fields go
     * @param values what it has instead, a field for each; none takes it away
     * @return a request that shares this one's body
     */
    public Request withHeader(String name, List<String> values) {
        Fields changed = head.fields().without(name);
        for (String value : values) {
            changed = changed.and(name, value);
        }
        return new Request(head.withFields(changed), body, secure, localPort);
    }

    /**
     * The same request with a body that was read from this one, to be read again.
     *
     * @param bytes not copied
     * @return a request with that body
     */
    public Request withBody(byte[] bytes) {
        RequestHead known = head.withFraming(RequestFraming.of(bytes.length));
        return new Request(known, new ByteArrayInputStream(bytes), secure, localPort);
    }

    /**
     * The method.
     *
     * @return as sent; methods know case
     */
    public String method() {
        return head.method();
    }

    /**
     * What is asked for.
     *
     * @return as sent, such as {@code /v2/a/tags/list?n=5}; with scheme and host if it was sent in the absolute form
     */
    public String target() {
        return head.target().text();
    }

    /**
     * The path.
     *
     * @return as sent, neither decoded nor normalised, without the query and without scheme and host
     */
    public String path() {
        return head.target().path();
    }

    /**
     * The query.
     *
     * @return as sent, without the question mark; empty text if there is none
     */
    public String query() {
        return head.target().query();
    }

    /**
     * The first value of a query parameter.
     *
     * @param name the name, decoded
     * @return percent-decoded as UTF-8, a plus stays a plus; empty text where there is no '='
     */
    public Optional<String> query(String name) {
        return queries(name).stream().findFirst();
    }

    /**
     * All values of a query parameter.
     *
     * @param name the name, decoded
     * @return in their order, as {@link #query} has them
     */
    public List<String> queries(String name) {
        return head.target().queries(name);
    }

    /**
     * The first value of a header.
     *
     * @param name in any case
     * @return without white space around it; bytes beyond ASCII as ISO 8859-1 has them
     */
    public Optional<String> header(String name) {
        return head.fields().first(name);
    }

    /**
     * All values of a header, one for each line.
     *
     * @param name in any case
     * @return in their order
     */
    public List<String> headers(String name) {
        return head.fields().all(name);
    }

    /**
     * All headers.
     *
     * @return names as first spelled, sorted and found without regard to case
     */
    public Map<String, List<String>> headers() {
        return head.fields().byName();
    }

    /**
     * The body. A client that waits for {@code 100 Continue} is told so when this is read from for the first time.
     *
     * @return ends where the framing says; throws {@link java.io.EOFException} where the connection ends before; closing it
     *     does nothing
     */
    public InputStream body() {
        return body;
    }

    /**
     * The length that the client stated.
     *
     * @return empty if there is none: no body, or a chunked one
     */
    public OptionalLong contentLength() {
        return head.framing().length();
    }

    /**
     * Whether it came over TLS.
     *
     * @return {@code true} for https
     */
    public boolean secure() {
        return secure;
    }

    /**
     * Where the server listens.
     *
     * @return the port, for absolute URLs
     */
    public int localPort() {
        return localPort;
    }

    /** Method and target, for messages. */
    @Override
    public String toString() {
        return method() + " " + target();
    }
}
