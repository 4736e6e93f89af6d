package io.github.registryclient.cleanup.store;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.name.Digest;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps documents in memory, for a program that makes plans again and again. When it is full, those that were not used for longest
 * go. Thread-safe.
 */
public final class MemoryCache implements DocumentCache {
    /** What an entry takes beside its content, about: a flood of tiny documents must not fill the memory. */
    static final int ENTRY = 256;

    private final long maxBytes;
    private final Map<Digest, byte[]> documents = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /**
     * An empty cache.
     *
     * @param maxBytes how much it may hold, in bytes; each document counts 256 more than it has
     * @throws InvalidInputException if that is not positive
     */
    public MemoryCache(long maxBytes) {
        if (maxBytes < 1) {
            throw new InvalidInputException("expected a cache of at least 1 byte, not " + maxBytes);
        }
        this.maxBytes = maxBytes;
    }

    @Override
    public synchronized Optional<byte[]> find(Digest digest) {
        return Optional.ofNullable(documents.get(digest));
    }

    @Override
    public synchronized void keep(Digest digest, byte[] content) {
        byte[] before = documents.remove(digest);
        bytes -= before == null ? 0 : weight(before);
        if (weight(content) > maxBytes) {
            return;
        }
        documents.put(digest, content);
        bytes += weight(content);
        for (Iterator<byte[]> oldest = documents.values().iterator(); bytes > maxBytes; ) {
            bytes -= weight(oldest.next());
            oldest.remove();
        }
    }

    private static long weight(byte[] content) {
        return (long) content.length + ENTRY;
    }
}
