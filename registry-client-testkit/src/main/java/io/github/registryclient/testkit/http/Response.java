package io.github.registryclient.testkit.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** An answer, and how it goes over the wire. Immutable; each method that changes something makes a new one. */
public final class Response {
    private static final int LOWEST_STATUS = 100;
    private static final int HIGHEST_STATUS = 999;

    private final int status;
    private final Fields fields;
    private final List<byte[]> rawLines;
    private final Body body;
    private final Delivery delivery;

    private Response(int status, Fields fields, List<byte[]> rawLines, Body body, Delivery delivery) {
        this.status = status;
        this.fields = fields;
        this.rawLines = rawLines;
        this.body = body;
        this.delivery = delivery;
    }

    /**
     * An answer without headers and body, delivered honestly.
     *
     * @param status 100 to 999
     * @return a new answer
     */
    public static Response of(int status) {
        if (status < LOWEST_STATUS || status > HIGHEST_STATUS) {
            throw new IllegalArgumentException("no status: " + status);
        }
        return new Response(status, Fields.none(), List.of(), Body.empty(), Delivery.honest());
    }

    /**
     * Appends a header; a name may come several times. {@code Content-Length} and {@code Transfer-Encoding} are the server's:
     * they are sent as given only where no body is sent, in answers to HEAD and with 304.
     *
     * @param name sent as spelled
     * @param value in ISO 8859-1
     * @return a new answer
     * @throws IllegalArgumentException for what HTTP does not allow; see {@link #rawHeader}
     */
    public Response header(String name, String value) {
        Syntax.requireToken(name);
        Syntax.requireValue(value);
        return new Response(status, fields.and(name, value), rawLines, body, delivery);
    }

    /**
     * Appends a line to the head as it is, to lie with: it may be no header at all. A line break follows it; the server looks
     * at nothing in it.
     *
     * @param line not copied
     * @return a new answer
     */
    public Response rawHeader(byte[] line) {
        List<byte[]> more = new ArrayList<>(rawLines);
        more.add(line);
        return new Response(status, fields, List.copyOf(more), body, delivery);
    }

    /**
     * Takes all headers of a name away.
     *
     * @param name in any case
     * @return a new answer
     */
    public Response without(String name) {
        return new Response(status, fields.without(name), rawLines, body, delivery);
    }

    /**
     * Sets the body; {@code Content-Length} follows.
     *
     * @param bytes not copied, and so not to be changed
     * @return a new answer
     */
    public Response body(byte[] bytes) {
        return body(Body.of(bytes));
    }

    /**
     * Sets the body. It is not asked to write where no body is sent: to HEAD, with 204 and with 304.
     *
     * @param content its length is stated; without one it is sent in chunks
     * @return a new answer
     */
    public Response body(Body content) {
        return new Response(status, fields, rawLines, content, delivery);
    }

    /**
     * Sets how it goes over the wire.
     *
     * @param how honest unless set
     * @return a new answer
     */
    public Response delivery(Delivery how) {
        return new Response(status, fields, rawLines, body, how);
    }

    /**
     * The status.
     *
     * @return 100 to 999
     */
    public int status() {
        return status;
    }

    /**
     * The headers, without those that the server adds and without raw lines.
     *
     * @return names and values in their order
     */
    public List<Map.Entry<String, String>> headers() {
        return fields.entries();
    }

    /**
     * The first value of a header.
     *
     * @param name in any case
     * @return as given
     */
    public Optional<String> header(String name) {
        return fields.first(name);
    }

    /**
     * The body.
     *
     * @return as given; empty unless set
     */
    public Body body() {
        return body;
    }

    /**
     * How it goes over the wire.
     *
     * @return as given; honest unless set
     */
    public Delivery delivery() {
        return delivery;
    }

    /**
     * The status that goes over the wire.
     *
     * @return empty where the delivery cuts the answer before its status, or has a raw head without one
     */
    public OptionalInt sentStatus() {
        return StatusOnWire.of(this);
    }

    Fields fields() {
        return fields;
    }

    List<byte[]> rawLines() {
        return rawLines;
    }
}
