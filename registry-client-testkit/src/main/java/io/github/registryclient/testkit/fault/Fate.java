package io.github.registryclient.testkit.fault;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** What becomes of one request. Used by one thread. */
final class Fate {
    private final Optional<FaultKind> kind;
    private final List<Happening> happenings;
    private final SplittableRandom details;

    Fate(Optional<FaultKind> kind, List<Happening> happenings, SplittableRandom details) {
        this.kind = kind;
        this.happenings = happenings;
        this.details = details;
    }

    Optional<FaultKind> kind() {
        return kind;
    }

    List<Happening> happenings() {
        return happenings;
    }

    /** Draws the details. */
    SplittableRandom details() {
        return details;
    }
}
