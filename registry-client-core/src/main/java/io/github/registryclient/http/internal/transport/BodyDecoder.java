package io.github.registryclient.http.internal.transport;

import java.nio.ByteBuffer;

/** Takes the content coding off a body, piece by piece and without waiting; {@link #close} may come from another thread. */
interface BodyDecoder {
    /**
     * Decodes some of what came.
     *
     * @return how many bytes were written; 0 if all that came has been decoded
     */
    int decode(ByteBuffer came, byte[] target, int offset, int length) throws UndecodableBody;

    /** Nothing more comes. */
    default void end() throws UndecodableBody {}

    /** Frees what it holds; what comes later is dropped. Any number of times. */
    default void close() {}
}
