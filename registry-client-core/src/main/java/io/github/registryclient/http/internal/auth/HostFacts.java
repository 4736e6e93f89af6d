package io.github.registryclient.http.internal.auth;

/** What all accounts at one registry have in common of what was learnt of it. Thread-safe. */
public final class HostFacts {
    private final RealmPins realms = new RealmPins();

    /** The token servers that it has named. */
    RealmPins realms() {
        return realms;
    }
}
