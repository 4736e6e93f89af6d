package io.github.registryclient.cleanup.undo;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.journal.Journal;
import java.time.Clock;

/** What an undo is set up with. Immutable. */
final class UndoSettings {
    private final RegistryClient client;
    private final Journal journal;
    private final Clock clock;
    private final boolean anyAccount;

    UndoSettings(RegistryClient client, Journal journal, Clock clock, boolean anyAccount) {
        this.client = client;
        this.journal = journal;
        this.clock = clock;
        this.anyAccount = anyAccount;
    }

    RegistryClient client() {
        return client;
    }

    Journal journal() {
        return journal;
    }

    Clock clock() {
        return clock;
    }

    boolean anyAccount() {
        return anyAccount;
    }

    String registry() {
        return client.registry().toString();
    }
}
