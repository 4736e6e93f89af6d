package io.github.registryclient.http.internal.auth;

import org.jspecify.annotations.Nullable;

/**
 * What was learnt of a registry that holds for all its accounts without headers of their own: how it wants to be convinced, and
 * which scopes its token server does not know. What an account was refused, or had let through, is no such fact. Thread-safe.
 */
public final class HostFacts {
    private final RealmPins realms;
    private volatile @Nullable Known greeting;
    private volatile boolean deleteUnknown;
    private volatile boolean catalogUnknown;

    /** Nothing is known yet. */
    public HostFacts() {
        this(new RealmPins());
    }

    private HostFacts(RealmPins realms) {
        this.realms = realms;
    }

    /**
     * For those whose own headers go with what they ask, which others would be answered otherwise: a gateway lets them in by its
     * key. Nothing is known yet, but the token server is the same.
     */
    HostFacts apart() {
        return new HostFacts(realms);
    }

    /** The token server that is given credentials, whose ever they are. */
    RealmPins realms() {
        return realms;
    }

    /** What {@code /v2/} says to nobody in particular; null if that is not known, or doubtful. */
    @Nullable
    Known greeting() {
        return greeting;
    }

    void greeted(Known by) {
        greeting = by;
    }

    void doubt() {
        greeting = null;
    }

    /** Whether {@code delete} is malformed to the token server, whoever asks. */
    boolean isDeleteUnknown() {
        return deleteUnknown;
    }

    void deleteIsUnknown() {
        deleteUnknown = true;
    }

    /** Whether the scope for the catalog is malformed to it. */
    boolean isCatalogUnknown() {
        return catalogUnknown;
    }

    void catalogIsUnknown() {
        catalogUnknown = true;
    }
}
