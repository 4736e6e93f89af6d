package io.github.registryclient.cleanup.journal;

import io.github.registryclient.cleanup.files.RegistryFileName;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A journal in a folder, to be kept as the plans are: without it nothing can be taken back. For each registry it has a folder with
 * one file a run, {@code runs/ID.jsonl}, in JSON lines that {@code jq} reads, each with a check; while the run has no end, {@code
 * runs/ID.running.jsonl}. Only their owner can read the files, where the file system knows such a thing. docs/journal.md has it all.
 *
 * <p>Nothing is made before something is written. An interrupted thread writes as any other does. Names of runs have at most 100
 * letters, digits, '-' and '_'. A run with a line that was damaged is a {@link JournalException} with file and line, unless it is the
 * last line, which was being written when the run was killed: that is left out, and cut off when the run is resumed. Manifests stay
 * in their files until they are asked for.
 *
 * <p>A lease is held by an operating system's lock, and by beats in a file: who does not see the lock, on another machine, takes over
 * when three beats were missed. A tag that was removed alone does not keep its run from being forgotten, unless its manifest is gone
 * by a run.
 */
public final class FolderJournal implements Journal {
    private final Path folder;
    private final Disk disk;
    private final LeaseTerms terms;

    /**
     * A journal in a folder; nothing is read or made yet.
     *
     * @param folder made when something is written, if it is missing
     */
    public FolderJournal(Path folder) {
        this(folder, Clock.systemUTC());
    }

    /**
     * A journal in a folder; nothing is read or made yet.
     *
     * @param folder made when something is written, if it is missing
     * @param clock tells when the holder of a lease was seen last
     */
    public FolderJournal(Path folder, Clock clock) {
        this(folder, new RealDisk(), LeaseTerms.of(clock));
    }

    FolderJournal(Path folder, Disk disk, LeaseTerms terms) {
        this.folder = folder.toAbsolutePath();
        this.disk = disk;
        this.terms = terms;
    }

    @Override
    public Lease lease(String registry) {
        return new LeaseTaking(registry, folderOf(registry), terms).take();
    }

    @Override
    public RunLog begin(RunHeader header, long bytes) {
        return of(header.registry()).begin(header, bytes);
    }

    @Override
    public RunLog resume(RunRecord run) {
        return of(run.header().registry()).resume(run.header().id());
    }

    @Override
    public List<RunRecord> unfinished(String registry) {
        return of(registry).unfinished();
    }

    @Override
    public List<RunRecord> runs(String registry) {
        return of(registry).all();
    }

    @Override
    public Optional<String> newest(String registry) {
        return of(registry).newest();
    }

    @Override
    public int forget(String registry, Instant before) {
        return of(registry).forget(before);
    }

    /**
     * The registries of which there are runs.
     *
     * @return their addresses, sorted
     * @throws JournalException if the folder cannot be read, or the head of a run is damaged, with its file
     */
    public List<String> registries() {
        return new JournalRegistries(folder).all();
    }

    private RegistryRuns of(String registry) {
        return new RegistryRuns(folderOf(registry), registry, disk);
    }

    private Path folderOf(String registry) {
        return folder.resolve(RegistryFileName.of(registry));
    }
}
