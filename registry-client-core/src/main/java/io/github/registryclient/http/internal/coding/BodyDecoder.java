package io.github.registryclient.http.internal.coding;

import java.nio.ByteBuffer;

/** Takes the content coding off a body, piece by piece and without waiting; {@link #close} may come from another thread. */
public interface BodyDecoder {
    /**
     * Decodes some of what came.
     *
     * @param came is read as far as it is decoded
     * @param target where to write
     * @param offset from where on
     * @param length how many bytes at most
     * @return how many bytes were written; 0 if all that came has been decoded
     * @throws UndecodableBody if that is not what the coding would be
     */
    int decode(ByteBuffer came, byte[] target, int offset, int length) throws UndecodableBody;

    /**
     * Nothing more comes.
     *
     * @throws UndecodableBody if more had to come
     */
    default void end() throws UndecodableBody {}

    /**
     * Whether it changes nothing, so that what came can be kept as it is.
     *
     * @return true if so
     */
    default boolean isPlain() {
        return false;
    }

    /**
     * Whether it decodes nothing, so that a body is not worth being handed out.
     *
     * @return true if it fails at the first byte
     */
    default boolean refuses() {
        return false;
    }

    /** Frees what it holds; what comes later is dropped. Any number of times. */
    default void close() {}

    /**
     * For a body that is not coded.
     *
     * @return a decoder that changes nothing
     */
    static BodyDecoder plain() {
        return new PlainDecoder();
    }
}
