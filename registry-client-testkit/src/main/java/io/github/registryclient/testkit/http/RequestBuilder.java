package io.github.registryclient.testkit.http;

import java.io.ByteArrayInputStream;

/** Makes requests without connections, for tests of handlers. */
public final class RequestBuilder {
    private static final int HTTP_PORT = 80;

    private final String method;
    private final Target target;
    private Fields fields = Fields.none();
    private byte[] body = new byte[0];
    private boolean secure;
    private int localPort = HTTP_PORT;

    RequestBuilder(String method, String target) {
        this.method = method;
        this.target = new Target(target);
    }

    /**
     * Adds a header.
     *
     * @param name its name
     * @param value one value
     * @return this
     */
    public RequestBuilder header(String name, String value) {
        fields = fields.and(name, value);
        return this;
    }

    /**
     * Sets the body, and with it the stated length.
     *
     * @param bytes not copied
     * @return this
     */
    public RequestBuilder body(byte[] bytes) {
        body = bytes;
        fields = fields.without("Content-Length").and("Content-Length", Integer.toString(bytes.length));
        return this;
    }

    /**
     * Says whether it comes over TLS; it does not unless said.
     *
     * @param tls {@code true} for https
     * @return this
     */
    public RequestBuilder secure(boolean tls) {
        secure = tls;
        return this;
    }

    /**
     * Sets the server's port; 80 unless said.
     *
     * @param port a port
     * @return this
     */
    public RequestBuilder localPort(int port) {
        localPort = port;
        return this;
    }

    /**
     * Makes the request.
     *
     * @return a new one, whose body can be read once
     * @throws IllegalArgumentException if the headers state lengths that no server accepts
     */
    public Request build() {
        try {
            RequestHead head = new RequestHead(method, target, true, fields, RequestFraming.of(fields, true));
            return new Request(head, new ByteArrayInputStream(body), secure, localPort);
        } catch (RefusedException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
