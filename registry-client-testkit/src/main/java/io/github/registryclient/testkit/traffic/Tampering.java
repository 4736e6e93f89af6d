package io.github.registryclient.testkit.traffic;

import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * An answer that a {@link Fault} works on, just before it is sent. What is said later comes on top; of two cuts, or two lies
 * about the framing, the later one holds. Bytes of the body are counted without the framing of chunks.
 *
 * <p>Used by one thread; not to be kept. Methods throw {@link IllegalArgumentException} for what makes no sense, such as
 * negative numbers. The factories of {@link Fault} say what each does.
 */
public interface Tampering {
    /**
     * Waits before the first byte of the head.
     *
     * @param pause 0 or more
     */
    void delayBefore(Duration pause);

    /**
     * Waits within the body.
     *
     * @param bytes how many are sent before
     * @param pause 0 or more
     */
    void delayAfter(long bytes, Duration pause);

    /**
     * Sends the body in drops.
     *
     * @param bytes between two pauses, 1 or more
     * @param pause 0 or more
     */
    void delayEvery(long bytes, Duration pause);

    /**
     * Stops in the head.
     *
     * @param bytes how many are sent before, 0 for none
     * @param ending how it stops
     */
    void cutInHead(long bytes, Ending ending);

    /**
     * Stops in the body.
     *
     * @param bytes how many are sent before
     * @param ending how it stops
     */
    void cutAfter(long bytes, Ending ending);

    /**
     * Stops after the whole answer.
     *
     * @param ending how it stops
     */
    void cutAtEnd(Ending ending);

    /**
     * States a length.
     *
     * @param length 0 or more
     */
    void contentLength(long length);

    /** Sends the body in chunks. */
    void chunked();

    /** States no length. */
    void untilClose();

    /**
     * Sends bytes in place of the head.
     *
     * @param bytes the empty line at the end is part of them
     */
    void rawHead(byte[] bytes);

    /**
     * Sends an interim answer first.
     *
     * @param answer only its status and headers are sent
     */
    void interim(ScriptedAnswer answer);

    /**
     * Adds a header.
     *
     * @param name as HTTP has it
     * @param value as HTTP has it
     */
    void addHeader(String name, String value);

    /**
     * Takes all headers of a name away.
     *
     * @param name in any case
     */
    void removeHeader(String name);

    /**
     * Changes the values of a header; does nothing where there is none.
     *
     * @param name in any case
     * @param change gives another value for each
     */
    void changeHeader(String name, UnaryOperator<String> change);

    /**
     * Adds a line to the head as it is.
     *
     * @param line no header, perhaps; a line break follows
     */
    void rawHeader(byte[] line);

    /**
     * Changes the body, not the headers but {@code Content-Length}.
     *
     * @param change gives other bytes
     */
    void changeBody(UnaryOperator<byte[]> change);
}
