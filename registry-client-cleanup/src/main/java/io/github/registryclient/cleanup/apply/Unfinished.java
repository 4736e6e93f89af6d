package io.github.registryclient.cleanup.apply;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.journal.Journal;
import io.github.registryclient.cleanup.journal.JournalEntry;
import io.github.registryclient.cleanup.journal.Lease;
import io.github.registryclient.cleanup.journal.RunLog;
import io.github.registryclient.cleanup.journal.RunRecord;
import io.github.registryclient.cleanup.restore.History;
import io.github.registryclient.cleanup.restore.OpenIntent;
import io.github.registryclient.cleanup.settle.OpenIntents;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Runs that were killed: what they had begun is settled by reading before anything new is. */
final class Unfinished {
    private final RegistryClient client;
    private final Journal journal;
    private final Lease lease;
    private final Clock clock;

    Unfinished(RegistryClient client, Journal journal, Lease lease, Clock clock) {
        this.client = client;
        this.journal = journal;
        this.lease = lease;
        this.clock = clock;
    }

    void settle(Tally tally) {
        List<RunRecord> killed = journal.unfinished(client.registry().toString());
        if (killed.isEmpty()) {
            return;
        }
        History history = History.of(killed);
        OpenIntents intents = new OpenIntents(client, journal, clock, lease, history);
        for (OpenIntent open : history.open()) {
            Optional<String> notYet = intents.settle(open);
            if (notYet.isPresent()) {
                throw new ApplyRefusedException(
                        "run " + open.run().header().id() + " was killed, and what came of it is not clear yet: "
                                + notYet.get(),
                        null);
            }
        }
        for (RunRecord run : killed) {
            end(run);
            tally.note("run " + run.header().id() + " was killed; what it had begun is settled in the journal");
        }
    }

    private void end(RunRecord run) {
        try (RunLog log = journal.resume(run)) {
            log.write(JournalEntry.builder()
                    .kind(JournalEntry.Kind.END)
                    .time(clock.instant())
                    .cause("it was killed; a later run settled what it had begun")
                    .build());
            log.flush();
        }
    }
}
