package io.github.registryclient.testkit.registry.admission;

import io.github.registryclient.testkit.manner.ChallengeManner;
import io.github.registryclient.testkit.manner.Manner;
import io.github.registryclient.testkit.manner.Manners;
import java.util.EnumSet;
import java.util.Set;

/** Picks the manners of asking for credentials from a server's. */
final class ChallengeManners {
    private ChallengeManners() {}

    /** Those of asking. */
    static Set<ChallengeManner> of(Manners manners) {
        Set<ChallengeManner> asking = EnumSet.noneOf(ChallengeManner.class);
        for (Manner manner : manners.sources().keySet()) {
            if (manner instanceof ChallengeManner) {
                asking.add((ChallengeManner) manner);
            }
        }
        return asking;
    }
}
