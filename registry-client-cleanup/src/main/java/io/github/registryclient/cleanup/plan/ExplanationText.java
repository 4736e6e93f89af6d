package io.github.registryclient.cleanup.plan;

import io.github.registryclient.cleanup.age.AgeEvidence;
import io.github.registryclient.cleanup.json.Words;
import io.github.registryclient.cleanup.judge.RuleMatch;
import io.github.registryclient.cleanup.text.Bytes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An explanation in words. */
final class ExplanationText {
    private final Explanation explanation;
    private final List<String> lines = new ArrayList<>();

    private ExplanationText(Explanation explanation) {
        this.explanation = explanation;
    }

    static String of(Explanation explanation) {
        return new ExplanationText(explanation).text();
    }

    private String text() {
        lines.add(explanation.repository()
                + explanation.tag().map(tag -> ":" + tag).orElse("")
                + explanation.digest().map(digest -> "@" + digest).orElse(", which points to nothing"));
        lines.add("verdict: " + explanation.decision());
        explanation
                .heldBack()
                .ifPresent(reason -> lines.add("but nothing is done: the repository is held back, " + reason));
        explanation.irrevocableBecause().ifPresent(reason -> lines.add("cannot be undone: " + reason));
        explanation.protections().forEach(reason -> lines.add("protected: " + reason));
        explanation.rules().forEach(match -> lines.add("rule: " + rule(match)));
        explanation.defects().forEach(defect -> lines.add("broken: " + Words.of(defect)));
        if (explanation.rules().isEmpty()) {
            lines.add("rule: none matches");
        }
        ages();
        list("tags of the same manifest", explanation.sharingTags());
        list("listed by", explanation.parents());
        list("hanging on it", explanation.referrers());
        lines.add("would free alone: " + Bytes.text(explanation.freesAlone()));
        return String.join("\n  ", lines);
    }

    private static String rule(RuleMatch match) {
        return match.action().name().toLowerCase(Locale.ROOT) + " \"" + match.rule() + "\""
                + matching(match)
                + match.rank().map(rank -> ", " + rank).orElse("");
    }

    private static String matching(RuleMatch match) {
        switch (match.truth()) {
            case YES:
                return " matches";
            case UNKNOWN:
                return " might match: " + match.note();
            default:
                return " does not match";
        }
    }

    private void ages() {
        if (explanation.age().evidence().isEmpty()) {
            lines.add("age: unknown");
        }
        for (AgeEvidence one : explanation.age().evidence()) {
            boolean decided = explanation.age().decided().filter(one::equals).isPresent();
            lines.add("age by " + one.source() + ": "
                    + one.time()
                            .map(time -> time + (one.orEarlier() ? " or earlier" : ""))
                            .orElse("none")
                    + " (" + one.raw()
                    + one.ignoredBecause().map(because -> ", " + because).orElse("") + ")"
                    + (decided ? ", which counts" : ""));
        }
    }

    private void list(String what, Collection<?> things) {
        if (!things.isEmpty()) {
            lines.add(what + ": " + things.stream().map(Object::toString).collect(Collectors.joining(", ")));
        }
    }
}
