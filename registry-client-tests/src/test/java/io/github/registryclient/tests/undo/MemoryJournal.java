package io.github.registryclient.tests.undo;

import io.github.registryclient.cleanup.journal.Journal;
import io.github.registryclient.cleanup.journal.JournalEntry;
import io.github.registryclient.cleanup.journal.Lease;
import io.github.registryclient.cleanup.journal.LeaseHeldException;
import io.github.registryclient.cleanup.journal.LeaseLostException;
import io.github.registryclient.cleanup.journal.RunHeader;
import io.github.registryclient.cleanup.journal.RunLog;
import io.github.registryclient.cleanup.journal.RunRecord;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A journal that knows only what was flushed, as one does whose process was killed. For one thread. */
public final class MemoryJournal implements Journal {
    private final List<MemoryRun> runs = new ArrayList<>();
    private boolean held;
    private boolean lost;
    private boolean dead;

    /** From now on somebody else has the lease. */
    public void loseLease() {
        lost = true;
    }

    /** The process is killed: what was not flushed is gone, and it writes nothing more. */
    public void kill() {
        dead = true;
        runs.forEach(MemoryRun::forgetUnflushed);
    }

    /** A new process, to which nobody holds the lease. */
    public void revive() {
        dead = false;
        held = false;
    }

    @Override
    public Lease lease(String registry) {
        if (held) {
            throw new LeaseHeldException("somebody else holds the lease of " + registry, null);
        }
        held = true;
        return new Lease() {
            @Override
            public void require() {
                if (lost) {
                    throw new LeaseLostException("the lease was taken over", null);
                }
            }

            @Override
            public void close() {
                held = false;
            }
        };
    }

    @Override
    public RunLog begin(RunHeader header, long bytes) {
        MemoryRun run = new MemoryRun(header);
        runs.add(run);
        return run;
    }

    @Override
    public RunLog resume(RunRecord run) {
        return (MemoryRun) run;
    }

    @Override
    public List<RunRecord> unfinished(String registry) {
        return runs(registry).stream().filter(run -> !run.isEnded()).collect(Collectors.toList());
    }

    @Override
    public List<RunRecord> runs(String registry) {
        return runs.stream()
                .filter(run -> run.header().registry().equals(registry))
                .collect(Collectors.toList());
    }

    @Override
    public Optional<String> newest(String registry) {
        return runs(registry).stream().map(run -> run.header().id()).max(Comparator.naturalOrder());
    }

    @Override
    public int forget(String registry, Instant before) {
        return 0;
    }

    /** All that was written in all runs. */
    public List<JournalEntry> entries() {
        return runs.stream().flatMap(run -> run.entries().stream()).collect(Collectors.toList());
    }

    private final class MemoryRun implements RunLog, RunRecord {
        private final RunHeader header;
        private final List<JournalEntry> entries = new ArrayList<>();
        private final Map<Digest, Manifest> manifests = new HashMap<>();
        private int flushed;

        MemoryRun(RunHeader header) {
            this.header = header;
        }

        void forgetUnflushed() {
            entries.subList(flushed, entries.size()).clear();
        }

        @Override
        public RunHeader header() {
            return header;
        }

        @Override
        public void keep(Manifest manifest) {
            if (!dead) {
                manifests.put(manifest.digest(), manifest);
            }
        }

        @Override
        public void write(JournalEntry entry) {
            if (!dead) {
                entries.add(entry);
            }
        }

        @Override
        public void flush() {
            flushed = entries.size();
        }

        @Override
        public void close() {
            flush();
        }

        @Override
        public List<JournalEntry> entries() {
            return List.copyOf(entries);
        }

        @Override
        public Optional<Manifest> manifest(Digest digest) {
            return Optional.ofNullable(manifests.get(digest));
        }
    }
}
