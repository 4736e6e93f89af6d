package io.github.registryclient.testkit.registry.auth;

import io.github.registryclient.testkit.manner.ChallengeManner;
import io.github.registryclient.testkit.manner.Manner;
import io.github.registryclient.testkit.manner.Manners;
import java.util.EnumSet;
import java.util.Set;

/** Tells the manners of asking for credentials from those of the registry behind. */
public final class ChallengeManners {
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

    /** All others. */
    public static Manners without(Manners manners) {
        Manners others = manners;
        for (ChallengeManner manner : of(manners)) {
            others = others.without(manner);
        }
        return others;
    }
}
