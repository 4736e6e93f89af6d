package io.github.registryclient.cleanup.undo;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.journal.Journal;
import java.time.Clock;
import java.util.Objects;

/** Sets up an {@link Undoer}. For one thread. */
public final class UndoerBuilder {
    private final RegistryClient client;
    private final Journal journal;
    private Clock clock = Clock.systemUTC();
    private boolean anyAccount;

    UndoerBuilder(RegistryClient client, Journal journal) {
        this.client = Objects.requireNonNull(client, "client");
        this.journal = Objects.requireNonNull(journal, "journal");
    }

    /**
     * Tells the time by another clock.
     *
     * @param tells the time in the journal and the report; the system's unless set
     * @return this builder
     */
    public UndoerBuilder clock(Clock tells) {
        clock = Objects.requireNonNull(tells, "clock");
        return this;
    }

    /**
     * Takes back what another account deleted, too. Unless set that is refused.
     *
     * @return this builder
     */
    public UndoerBuilder anyAccount() {
        anyAccount = true;
        return this;
    }

    /**
     * Makes the undoer.
     *
     * @return it has asked the registry nothing yet
     */
    public Undoer build() {
        return new Undoer(new UndoSettings(client, journal, clock, anyAccount));
    }
}
