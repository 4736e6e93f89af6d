package io.github.registryclient.cleanup.restore;

import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.util.Optional;

/** What the journals of a registry have. Thread-safe. */
@FunctionalInterface
public interface Kept {
    /**
     * A manifest that some run kept.
     *
     * @param digest its digest
     * @return empty if no run did
     */
    Optional<Manifest> manifest(Digest digest);

    /**
     * Whether a manifest is gone because we deleted it. What others deleted they did not want.
     *
     * @param repository the repository
     * @param digest the manifest's digest
     * @return true if a run deleted it there and none put it back
     */
    default boolean isDeletedByUs(RepositoryName repository, Digest digest) {
        return false;
    }
}
