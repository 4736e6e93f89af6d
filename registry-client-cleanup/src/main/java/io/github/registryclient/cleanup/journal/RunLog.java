package io.github.registryclient.cleanup.journal;

import io.github.registryclient.manifest.Manifest;

/**
 * A run that is being written down. Thread-safe. What cannot be written is a {@link JournalException}: then nothing more may be
 * deleted.
 */
public interface RunLog extends AutoCloseable {
    /**
     * What the run is.
     *
     * @return its header
     */
    RunHeader header();

    /**
     * Keeps a manifest's bytes, unless this run has kept them already.
     *
     * @param manifest the manifest
     */
    void keep(Manifest manifest);

    /**
     * Writes an entry, which need not be on the disk before {@link #flush}.
     *
     * @param entry the entry
     */
    void write(JournalEntry entry);

    /** Returns when everything that was written before is on the disk. */
    void flush();

    /** Ends the writing. The run is unfinished if no {@link JournalEntry.Kind#END} was written. */
    @Override
    void close();
}
