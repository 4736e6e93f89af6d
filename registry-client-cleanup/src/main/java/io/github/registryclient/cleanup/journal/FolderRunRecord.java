package io.github.registryclient.cleanup.journal;

import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A run that was read from its file. */
final class FolderRunRecord implements RunRecord {
    private final RunHeader header;
    private final List<JournalEntry> entries;
    private final Map<Digest, KeptManifest> kept;
    private final long end;
    private final String check;
    private final boolean torn;

    FolderRunRecord(RunHeader header, List<JournalEntry> entries, Map<Digest, KeptManifest> kept, RunLines lines) {
        this.header = header;
        this.entries = List.copyOf(entries);
        this.kept = Map.copyOf(kept);
        this.end = lines.end();
        this.check = lines.check();
        this.torn = lines.isTorn();
    }

    @Override
    public RunHeader header() {
        return header;
    }

    @Override
    public List<JournalEntry> entries() {
        return entries;
    }

    @Override
    public Optional<Manifest> manifest(Digest digest) {
        return Optional.ofNullable(kept.get(digest)).map(KeptManifest::read);
    }

    /** A line after the end that was not written whole was to begin something new. */
    @Override
    public boolean isEnded() {
        return !torn && RunRecord.super.isEnded();
    }

    Set<Digest> kept() {
        return kept.keySet();
    }

    /** Where the next line belongs, in bytes. */
    long end() {
        return end;
    }

    /** The check of the last line. */
    String check() {
        return check;
    }

    boolean isTorn() {
        return torn;
    }
}
