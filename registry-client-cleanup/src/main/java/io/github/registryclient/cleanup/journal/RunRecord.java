package io.github.registryclient.cleanup.journal;

import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import java.util.List;
import java.util.Optional;

/** A run as it was written down. Immutable, but manifests are read when they are asked for. */
public interface RunRecord {
    /**
     * What the run was.
     *
     * @return its header
     */
    RunHeader header();

    /**
     * What was done.
     *
     * @return in the order in which it was written
     */
    List<JournalEntry> entries();

    /**
     * A manifest that was kept in this run.
     *
     * @param digest its digest
     * @return empty if this run did not keep it
     * @throws JournalException if it cannot be read, or is not what its digest says
     */
    Optional<Manifest> manifest(Digest digest);

    /**
     * Whether the run ended in order.
     *
     * @return false if it was killed, or is still running
     */
    default boolean isEnded() {
        return !entries().isEmpty() && entries().get(entries().size() - 1).kind() == JournalEntry.Kind.END;
    }
}
