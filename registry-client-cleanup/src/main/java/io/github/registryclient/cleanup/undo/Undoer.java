package io.github.registryclient.cleanup.undo;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.journal.Journal;
import io.github.registryclient.cleanup.journal.Lease;

/**
 * Takes back what runs deleted: manifests and tags, byte for byte, as long as garbage was not collected. What somebody has pushed
 * since is theirs and stays. Doing it twice changes nothing. Immutable and thread-safe; one undo at a time by the journal's lease.
 */
public final class Undoer {
    private final UndoSettings settings;

    Undoer(UndoSettings settings) {
        this.settings = settings;
    }

    /**
     * Sets up an undo.
     *
     * @param client the registry, with an account that may push
     * @param journal what runs wrote; undoing writes into it too
     * @return a builder
     */
    public static UndoerBuilder of(RegistryClient client, Journal journal) {
        return new UndoerBuilder(client, journal);
    }

    /**
     * Takes back. Blobs are proven to be there before anything is put.
     *
     * @param selection what
     * @return what became of each thing, also of those that could not be put back
     * @throws UndoRefusedException if the selection, the registry or the account does not fit the journal; nothing was done
     * @throws io.github.registryclient.cleanup.journal.LeaseHeldException if a run is under way
     * @throws io.github.registryclient.error.RegistryException if it had to end in the middle: the journal cannot be written, the
     *     lease was lost, the thread was interrupted, or the client was closed. Another undo goes on from there
     */
    public UndoReport undo(UndoSelection selection) {
        try (Lease lease = settings.journal().lease(settings.registry())) {
            return new Undoing(settings, lease, selection).run();
        }
    }
}
