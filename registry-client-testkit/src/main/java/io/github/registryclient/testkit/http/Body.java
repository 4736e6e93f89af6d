package io.github.registryclient.testkit.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** The bytes of an answer. May be asked to write once only. */
public interface Body {
    /**
     * How many bytes there are.
     *
     * @return 0 or more, or -1 if that is not known before they are written
     */
    long length();

    /**
     * Writes them all.
     *
     * @param out where to; not to be closed
     * @throws IOException if they cannot be had, or the other side is gone
     */
    void writeTo(OutputStream out) throws IOException;

    /**
     * Writes them all to memory, where they are looked at and not only sent.
     *
     * @return what {@link #writeTo} wrote
     * @throws IOException if they cannot be had
     */
    default byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writeTo(out);
        return out.toByteArray();
    }

    /**
     * Bytes in memory.
     *
     * @param bytes not copied, and so not to be changed
     * @return a body that may be written any number of times
     */
    static Body of(byte[] bytes) {
        return new BytesBody(bytes);
    }

    /**
     * No bytes.
     *
     * @return a body of length 0
     */
    static Body empty() {
        return of(new byte[0]);
    }

    /**
     * Part of a file, read while it is sent.
     *
     * @param file opened when it is to be sent
     * @param offset where to begin, in bytes
     * @param length how many bytes; a file that has fewer cuts the answer
     * @return a body that may be written any number of times
     */
    static Body of(Path file, long offset, long length) {
        return new FileBody(file, offset, length);
    }
}
