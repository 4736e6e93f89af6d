package io.github.registryclient.cleanup.restore;

import io.github.registryclient.cleanup.journal.JournalEntry;
import io.github.registryclient.cleanup.journal.RunRecord;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What all runs of a registry did and what of it still holds, in the order of runs and lines. Immutable once made; manifests are
 * read when they are asked for.
 */
public final class History implements Kept {
    private final List<RunRecord> newestFirst;
    private final Ledger ledger;

    private History(List<RunRecord> newestFirst, Ledger ledger) {
        this.newestFirst = newestFirst;
        this.ledger = ledger;
    }

    /**
     * Reads runs.
     *
     * @param runs all runs of one registry, oldest first
     * @return what they did
     */
    public static History of(Collection<RunRecord> runs) {
        Ledger ledger = new Ledger();
        for (RunRecord run : runs) {
            for (JournalEntry entry : run.entries()) {
                ledger.take(run, entry);
            }
        }
        List<RunRecord> newestFirst = new ArrayList<>(runs);
        Collections.reverse(newestFirst);
        return new History(List.copyOf(newestFirst), ledger);
    }

    /**
     * All that is gone by us, or may be, and was not put back.
     *
     * @return in the order in which it went
     */
    public List<Lost> lost() {
        return ledger.lost().filter(lost -> !lost.isNothing()).collect(Collectors.toUnmodifiableList());
    }

    /**
     * What runs were about to do when they were killed.
     *
     * @return in the order in which it was written
     */
    public List<OpenIntent> open() {
        return ledger.open();
    }

    @Override
    public Optional<Manifest> manifest(Digest digest) {
        return newestFirst.stream()
                .flatMap(run -> run.manifest(digest).stream())
                .findFirst();
    }

    @Override
    public boolean isDeletedByUs(RepositoryName repository, Digest digest) {
        return ledger.find(repository, digest)
                .filter(lost -> lost.deletedIn().isPresent())
                .isPresent();
    }
}
