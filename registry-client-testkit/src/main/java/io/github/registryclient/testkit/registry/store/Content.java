package io.github.registryclient.testkit.registry.store;

import java.io.IOException;
import java.io.InputStream;

/** A piece of stored bytes, which never changes. */
public interface Content {
    /** Bytes in memory, not copied and so not to be changed. */
    static Content of(byte[] bytes) {
        return new BytesContent(bytes);
    }

    /** The number of bytes. */
    long size();

    /** Opens the bytes from some place on, to be closed by the caller. */
    InputStream open(long offset) throws IOException;

    /** All bytes at once, for what is small. */
    default byte[] bytes() throws IOException {
        try (InputStream in = open(0)) {
            return in.readAllBytes();
        }
    }
}
