package io.github.registryclient.testkit.registry.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * Where bytes lie: pieces with paths such as {@code a/b/c}. Thread-safe; a piece is replaced as a whole or not at all, so that
 * whoever reads sees the old bytes or the new ones.
 */
public interface Storage extends Closeable {
    /** The piece of that path. */
    Optional<Content> find(String path) throws IOException;

    /** Puts bytes at a path, in place of what was there. */
    void write(String path, byte[] bytes) throws IOException;

    /** Opens a piece for more bytes at its end; it is made if missing. One writer at a time. */
    OutputStream append(String path) throws IOException;

    /** Gives a piece another path, in place of what was there. */
    void move(String from, String to) throws IOException;

    /** Removes a piece, if it is there. */
    void delete(String path) throws IOException;

    /** The paths of all pieces below a folder, in no order. */
    List<String> list(String folder) throws IOException;

    /** Ends its use; what is to stay does. May be called more than once. */
    @Override
    void close() throws IOException;
}
