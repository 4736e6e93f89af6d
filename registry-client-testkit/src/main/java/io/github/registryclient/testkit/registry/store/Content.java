package io.github.registryclient.testkit.registry.store;

import java.io.IOException;
import java.io.InputStream;

/** A piece of stored bytes, which never changes. */
public interface Content {
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
