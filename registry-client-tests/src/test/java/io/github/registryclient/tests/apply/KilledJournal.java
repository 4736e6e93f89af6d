package io.github.registryclient.tests.apply;

import io.github.registryclient.cleanup.journal.Journal;
import io.github.registryclient.cleanup.journal.JournalEntry;
import io.github.registryclient.cleanup.journal.Lease;
import io.github.registryclient.cleanup.journal.RunHeader;
import io.github.registryclient.cleanup.journal.RunLog;
import io.github.registryclient.cleanup.journal.RunRecord;
import io.github.registryclient.manifest.Manifest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A journal whose process is killed before or after one of its writes. */
final class KilledJournal implements Journal {
    private final Journal journal;
    private final Runnable step;

    /** The step is called before and after each write and each flush. */
    KilledJournal(Journal journal, Runnable step) {
        this.journal = journal;
        this.step = step;
    }

    @Override
    public Lease lease(String registry) {
        return journal.lease(registry);
    }

    @Override
    public RunLog begin(RunHeader header, long bytes) {
        step.run();
        return new Log(journal.begin(header, bytes));
    }

    @Override
    public RunLog resume(RunRecord run) {
        step.run();
        return new Log(journal.resume(run));
    }

    @Override
    public List<RunRecord> unfinished(String registry) {
        return journal.unfinished(registry);
    }

    @Override
    public List<RunRecord> runs(String registry) {
        return journal.runs(registry);
    }

    @Override
    public Optional<String> newest(String registry) {
        return journal.newest(registry);
    }

    @Override
    public int forget(String registry, Instant before) {
        return journal.forget(registry, before);
    }

    private final class Log implements RunLog {
        private final RunLog log;

        Log(RunLog log) {
            this.log = log;
        }

        @Override
        public RunHeader header() {
            return log.header();
        }

        @Override
        public void keep(Manifest manifest) {
            step.run();
            log.keep(manifest);
            step.run();
        }

        @Override
        public void write(JournalEntry entry) {
            step.run();
            log.write(entry);
            step.run();
        }

        @Override
        public void flush() {
            step.run();
            log.flush();
            step.run();
        }

        @Override
        public void close() {
            log.close();
        }
    }
}
