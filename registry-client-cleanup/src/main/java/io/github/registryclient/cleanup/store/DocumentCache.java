package io.github.registryclient.cleanup.store;

import io.github.registryclient.name.Digest;
import java.util.Optional;

/**
 * Keeps manifests and configurations by their digest. It proves content, never presence: whether a registry has a document, and
 * whether an account may read it, is asked of the registry. Implementations are thread-safe, may forget anything at any time, and
 * throw nothing but what the JVM does; what they give is checked against its digest.
 */
public interface DocumentCache {
    /** One that keeps nothing. */
    DocumentCache NONE = new DocumentCache() {
        @Override
        public Optional<byte[]> find(Digest digest) {
            return Optional.empty();
        }

        @Override
        public void keep(Digest digest, byte[] content) {
            // keeps nothing
        }
    };

    /**
     * A document.
     *
     * @param digest its digest
     * @return its bytes as they were kept; empty if they were not, or are forgotten
     */
    Optional<byte[]> find(Digest digest);

    /**
     * Keeps a document.
     *
     * @param digest its digest
     * @param content its bytes; not changed by anyone afterwards
     */
    void keep(Digest digest, byte[] content);
}
