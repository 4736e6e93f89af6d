package io.github.registryclient.cleanup.restore;

import io.github.registryclient.cleanup.journal.JournalEntry;
import io.github.registryclient.cleanup.journal.RunRecord;

/** Something that a run was about to do when it was killed; only reading tells what came of it. Immutable. */
public final class OpenIntent {
    private final RunRecord run;
    private final JournalEntry entry;

    OpenIntent(RunRecord run, JournalEntry entry) {
        this.run = run;
        this.entry = entry;
    }

    /**
     * Where it stands.
     *
     * @return the run
     */
    public RunRecord run() {
        return run;
    }

    /**
     * What was to be done.
     *
     * @return an INTENT, a TAG_INTENT or a THROW_AWAY
     */
    public JournalEntry entry() {
        return entry;
    }
}
