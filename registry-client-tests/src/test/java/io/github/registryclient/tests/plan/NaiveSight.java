package io.github.registryclient.tests.plan;

import java.time.Instant;

/** Since when a ledger's looks saw a manifest where it is. */
final class NaiveSight {
    final String digest;
    final Instant since;
    /** It was there at the ledger's first look already, for nobody knows how long. */
    final boolean orEarlier;

    NaiveSight(String digest, Instant since, boolean orEarlier) {
        this.digest = digest;
        this.since = since;
        this.orEarlier = orEarlier;
    }
}
