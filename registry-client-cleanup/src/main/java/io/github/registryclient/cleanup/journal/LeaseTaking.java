package io.github.registryclient.cleanup.journal;

import io.github.registryclient.cleanup.files.OwnFiles;
import io.github.registryclient.internal.Excerpt;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Takes a registry's lease, where nobody else holds it. */
final class LeaseTaking {
    private final String registry;
    private final Path folder;
    private final LeaseTerms terms;
    private final LeaseFile file;

    LeaseTaking(String registry, Path folder, LeaseTerms terms) {
        this.registry = registry;
        this.folder = folder;
        this.terms = terms;
        this.file = new LeaseFile(folder.resolve("lease.json"));
    }

    FolderLease take() {
        // one at a time in this process: who looks while another takes would open its lock file, and with that end its
        // lock
        synchronized (LeaseTaking.class) {
            try {
                OwnFiles.makeFolder(folder);
                return takeOrRefuse();
            } catch (IOException e) {
                throw new JournalException(
                        "the lease of " + Excerpt.of(registry) + " cannot be taken in " + RunFiles.shown(folder) + ": "
                                + Excerpt.of(String.valueOf(e))
                                + "; make that folder writable for this account, on a disk that has room and can lock files,"
                                + " or name another folder with --journal",
                        e);
            }
        }
    }

    private FolderLease takeOrRefuse() throws IOException {
        LeaseHolder here = terms.here.get();
        Optional<LeaseState> last = file.read();
        if (last.isPresent() && last.get().holder.equals(here) && isAtWork(last.get())) {
            throw held(last);
        }
        LeaseLock lock = LeaseLock.take(folder.resolve("lease.lock")).orElseThrow(() -> held(readAgain()));
        boolean taken = false;
        try {
            last = file.read(); // the lock may have waited for its holder to give it back
            if (last.isPresent() && isHeld(last.get(), here)) {
                throw held(last);
            }
            Instant now = terms.clock.instant();
            long number = last.map(state -> state.number).orElse(0L) + 1;
            LeaseState state = new LeaseState(number, here, now, now, false);
            file.write(state);
            FolderLease lease = new FolderLease(registry, file, lock, state, terms);
            taken = true;
            return lease;
        } finally {
            if (!taken) {
                lock.close();
            }
        }
    }

    private Optional<LeaseState> readAgain() {
        try {
            return file.read();
        } catch (IOException | JournalException e) {
            return Optional.empty();
        }
    }

    private boolean isAtWork(LeaseState state) {
        return !state.free && !state.isOverdue(terms.clock.instant(), terms.interval);
    }

    /** The lock is ours: its holder is dead, unless locks are not seen from machine to machine, or it lost its own. */
    private boolean isHeld(LeaseState state, LeaseHolder here) {
        boolean isSurelyDead = state.holder.isOnMachineOf(here) && !state.holder.isAlive();
        return isAtWork(state) && !isSurelyDead;
    }

    private LeaseHeldException held(Optional<LeaseState> by) {
        return new LeaseHeldException(
                "somebody else is changing " + Excerpt.of(registry) + " by this journal: "
                        + by.map(LeaseState::shown).orElse("who it is could not be read from " + file)
                        + "; nothing was done: wait for its end, or stop it. One that died on this machine is taken over at"
                        + " once, one elsewhere "
                        + terms.interval.multipliedBy(3).toSeconds()
                        + " s after it was last seen",
                null);
    }
}
