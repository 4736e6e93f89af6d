package io.github.registryclient.tests.plan;

import io.github.registryclient.cleanup.policy.Rule;
import java.util.ArrayList;
import java.util.List;

/** What the rules say of a tag. */
final class NaiveJudged {
    final NaiveItem item;
    final List<Rule> deletes = new ArrayList<>();
    boolean isKept;

    NaiveJudged(NaiveItem item) {
        this.item = item;
    }

    boolean isChosen() {
        return !isKept && !deletes.isEmpty();
    }
}
