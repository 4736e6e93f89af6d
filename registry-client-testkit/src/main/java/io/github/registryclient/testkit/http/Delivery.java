package io.github.registryclient.testkit.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens on the wire instead of an honest answer. Immutable; each method makes a new one, and they combine. Bytes of the
 * body are counted without the framing of chunks.
 *
 * <p>After every lie about the framing the server closes the connection, since nobody could find the next answer.
 */
public final class Delivery {
    private final Timing timing;
    private final CutPoint cut;
    private final AnswerFraming framing;
    private final long statedLength;
    private final byte @Nullable [] rawHead;
    private final List<Response> interim;

    private Delivery(
            Timing timing,
            CutPoint cut,
            AnswerFraming framing,
            long statedLength,
            byte @Nullable [] rawHead,
            List<Response> interim) {
        this.timing = timing;
        this.cut = cut;
        this.framing = framing;
        this.statedLength = statedLength;
        this.rawHead = rawHead;
        this.interim = interim;
    }

    /**
     * The whole answer at once, framed as the client understands it.
     *
     * @return the delivery of every answer that says nothing else
     */
    public static Delivery honest() {
        return new Delivery(Timing.prompt(), CutPoint.nowhere(), AnswerFraming.HONEST, 0, null, List.of());
    }

    /**
     * Waits before the first byte of the head. Interim answers are sent before that.
     *
     * @param pause 0 or more; ends when the server closes
     * @return a new delivery
     */
    public Delivery delayBefore(Duration pause) {
        return with(timing.before(pause));
    }

    /**
     * Waits within the body, with all before it sent. May be said for several places.
     *
     * @param bytes of the body; with 0 the head is sent and the body waits
     * @param pause 0 or more; ends when the server closes
     * @return a new delivery
     */
    public Delivery delayAfter(long bytes, Duration pause) {
        return with(timing.after(bytes, pause));
    }

    /**
     * Sends the body drop by drop.
     *
     * @param bytes of the body between two pauses, 1 or more
     * @param pause 0 or more; ends when the server closes
     * @return a new delivery
     */
    public Delivery delayEvery(long bytes, Duration pause) {
        return with(timing.every(bytes, pause));
    }

    /**
     * Sends nothing.
     *
     * @param how what the client sees instead
     * @return a new delivery
     */
    public Delivery cutBeforeHead(Cut how) {
        return cutInHead(0, how);
    }

    /**
     * Stops in the head.
     *
     * @param bytes of the head, status line included; a head that has fewer is sent whole, without the body
     * @param how what the client sees then
     * @return a new delivery
     */
    public Delivery cutInHead(long bytes, Cut how) {
        return with(new CutPoint(CutPoint.Place.HEAD, bytes, how));
    }

    /**
     * Stops in the body.
     *
     * @param bytes of the body; one that has fewer is sent whole, without the chunk that ends it
     * @param how what the client sees then
     * @return a new delivery
     */
    public Delivery cutAfter(long bytes, Cut how) {
        return with(new CutPoint(CutPoint.Place.BODY, bytes, how));
    }

    /**
     * Sends the whole answer and stops then, without having said so by {@code Connection: close}.
     *
     * @param how what the client sees then
     * @return a new delivery
     */
    public Delivery cutAtEnd(Cut how) {
        return with(new CutPoint(CutPoint.Place.END, 0, how));
    }

    /**
     * States a length whatever the body's is. The body is sent as it is: too short or too long.
     *
     * @param length 0 or more
     * @return a new delivery
     */
    public Delivery contentLength(long length) {
        if (length < 0) {
            throw new IllegalArgumentException("no length: " + length + "; a raw head may state it");
        }
        return new Delivery(timing, cut, AnswerFraming.STATED, length, rawHead, interim);
    }

    /**
     * Sends the body in chunks though its length is known.
     *
     * @return a new delivery
     */
    public Delivery chunked() {
        return new Delivery(timing, cut, AnswerFraming.CHUNKED, 0, rawHead, interim);
    }

    /**
     * States no length; the end of the connection is the end of the body.
     *
     * @return a new delivery
     */
    public Delivery untilClose() {
        return new Delivery(timing, cut, AnswerFraming.UNTIL_CLOSE, 0, rawHead, interim);
    }

    /**
     * Sends bytes in place of status line and headers. The body follows as it is, not framed, also where HTTP has none.
     *
     * @param bytes not copied; the empty line at the end is part of them
     * @return a new delivery
     */
    public Delivery rawHead(byte[] bytes) {
        return new Delivery(timing, cut, framing, statedLength, bytes, interim);
    }

    /**
     * Sends an interim answer first, such as 103. May be said several times. HTTP/1.0 clients do not get them.
     *
     * @param answer with a status of 100 to 199 unless it is to be a lie; only its status and headers are sent
     * @return a new delivery
     */
    public Delivery interim(Response answer) {
        List<Response> more = new ArrayList<>(interim);
        more.add(answer);
        return new Delivery(timing, cut, framing, statedLength, rawHead, List.copyOf(more));
    }

    private Delivery with(Timing other) {
        return new Delivery(other, cut, framing, statedLength, rawHead, interim);
    }

    private Delivery with(CutPoint other) {
        return new Delivery(timing, other, framing, statedLength, rawHead, interim);
    }

    Timing timing() {
        return timing;
    }

    CutPoint cut() {
        return cut;
    }

    AnswerFraming framing() {
        return framing;
    }

    long statedLength() {
        return statedLength;
    }

    byte @Nullable [] rawHead() {
        return rawHead;
    }

    List<Response> interim() {
        return interim;
    }

    /**
     * What is not honest, for people.
     *
     * @return such as {@code cut before the head (RESET)}; empty if all is honest
     */
    @Override
    public String toString() {
        return DeliveryText.of(this);
    }
}
