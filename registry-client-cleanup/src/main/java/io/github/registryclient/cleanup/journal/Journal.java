package io.github.registryclient.cleanup.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where runs are written down, so that they can be resumed and taken back, whatever happens in their middle. Thread-safe.
 *
 * <p>No secret gets into it: addresses, names, tags, digests, manifests, and the messages of this library's exceptions.
 */
public interface Journal {
    /**
     * Becomes the only one that changes a registry by this journal.
     *
     * @param registry the registry's address
     * @return the lease, to be closed
     * @throws LeaseHeldException if somebody else holds it, with who that is; a dead holder's is taken over
     */
    Lease lease(String registry);

    /**
     * Begins a run.
     *
     * @param header what it is
     * @param bytes about how many it will write
     * @return where to write
     * @throws JournalException if it cannot be written, or there is no room for so much
     */
    RunLog begin(RunHeader header, long bytes);

    /**
     * Goes on writing a run that was not finished.
     *
     * @param run the run, ended or not
     * @return where to write
     * @throws JournalException if it cannot be written
     */
    RunLog resume(RunRecord run);

    /**
     * The runs that were killed, or are still running.
     *
     * @param registry the registry's address
     * @return oldest first
     * @throws JournalException if one is damaged, with the line
     */
    List<RunRecord> unfinished(String registry);

    /**
     * All runs.
     *
     * @param registry the registry's address
     * @return oldest first
     * @throws JournalException if one is damaged, with the line
     */
    List<RunRecord> runs(String registry);

    /**
     * The name of the newest run, without reading runs.
     *
     * @param registry the registry's address
     * @return the greatest of all names; empty if there is no run
     * @throws JournalException if it cannot be read
     */
    Optional<String> newest(String registry);

    /**
     * Forgets ended runs, except those in which something was deleted that is neither back nor known to be collected: its bytes may
     * still be wanted.
     *
     * @param registry the registry's address
     * @param before those that began before that
     * @return how many were forgotten
     */
    int forget(String registry, Instant before);
}
