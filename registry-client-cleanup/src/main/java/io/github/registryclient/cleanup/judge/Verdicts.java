package io.github.registryclient.cleanup.judge;

import io.github.registryclient.cleanup.graph.RepositoryGraph;
import io.github.registryclient.cleanup.policy.Action;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What becomes of each tag and manifest of a repository. Immutable. */
public final class Verdicts {
    private final RepositoryJudgement judgement;
    private final RepositoryGraph graph;
    private final Closure closure;
    private final Map<Tag, Decision> tags = new TreeMap<>();
    private final Map<Digest, Decision> manifests = new LinkedHashMap<>();

    private Verdicts(RepositoryJudgement judgement) {
        this.judgement = judgement;
        graph = new RepositoryGraph(judgement.facts());
        closure = new Closure(judgement, graph);
        judgement.facts().manifests().keySet().forEach(digest -> manifests.put(digest, decide(digest)));
        judgement.tags().forEach((tag, said) -> tags.put(tag, decide(tag, said)));
    }

    /**
     * Draws the conclusions.
     *
     * @param judgement what is said of tags and manifests one by one
     * @return what becomes of them
     */
    public static Verdicts of(RepositoryJudgement judgement) {
        return new Verdicts(judgement);
    }

    private boolean isUnreadable() {
        return !judgement.facts().troubles().isEmpty();
    }

    private String trouble() {
        return "not all of the repository could be read: "
                + judgement.facts().troubles().get(0);
    }

    private Decision decide(Digest digest) {
        if (isUnreadable()) {
            return Decision.of(Verdict.KEEP, trouble());
        }
        return closure.going().contains(digest)
                ? Decision.of(Verdict.DELETE, reasonToGo(digest))
                : Decision.of(Verdict.KEEP, closure.holder(digest));
    }

    private String reasonToGo(Digest digest) {
        List<Tag> chosen =
                graph.tags(digest).stream().filter(tag -> isChosen(tag)).collect(Collectors.toList());
        if (!chosen.isEmpty()) {
            return rules(Objects.requireNonNull(judgement.tags().get(chosen.get(0))), Action.DELETE)
                    + (chosen.size() > 1 ? ", as for its other tags" : "");
        }
        Judgement said = judgement.untagged().get(digest);
        if (said != null && said.isChosen()) {
            return rules(said, Action.DELETE);
        }
        List<Digest> above = going(graph.subjects(digest));
        return above.isEmpty()
                ? "no index that stays needs it, and "
                        + going(graph.parents(digest)).get(0).shortForm()
                        + " goes (indexes without a tag are not known)"
                : "it hangs on " + above.get(0).shortForm() + ", which goes";
    }

    private boolean isChosen(Tag tag) {
        Judgement said = judgement.tags().get(tag);
        return said != null && said.isChosen();
    }

    private List<Digest> going(Set<Digest> digests) {
        return digests.stream().filter(closure.going()::contains).collect(Collectors.toList());
    }

    private Decision decide(Tag tag, Judgement said) {
        Digest digest = judgement.facts().tags().get(tag);
        if (isUnreadable()) {
            return Decision.of(Verdict.KEEP, trouble());
        }
        if (digest != null && closure.going().contains(digest)) {
            return Decision.of(Verdict.DELETE, said.isChosen() ? rules(said, Action.DELETE) : reasonToGo(digest));
        }
        if (said.isChosen()) {
            return digest == null
                    ? Decision.of(Verdict.DELETE, rules(said, Action.DELETE))
                    : Decision.of(
                            Verdict.UNTAG,
                            rules(said, Action.DELETE) + ", but its manifest stays: " + holder(tag, digest));
        }
        return Decision.of(Verdict.KEEP, reasonToStay(tag, said, digest));
    }

    /** The tag that saved a shared manifest says more than anything else. */
    private String holder(Tag tag, Digest digest) {
        return graph.tags(digest).stream()
                .filter(other -> !other.equals(tag) && !isChosen(other) && !graph.follows(other))
                .findFirst()
                .map(other -> "the tag " + other + " points to it and stays")
                .orElseGet(() -> closure.holder(digest));
    }

    private String reasonToStay(Tag tag, Judgement said, @Nullable Digest digest) {
        if (!said.protections().isEmpty()) {
            return said.protections().get(0);
        }
        if (said.isKept()) {
            return rules(said, Action.KEEP);
        }
        if (digest != null && graph.follows(tag)) {
            return closure.holder(digest);
        }
        return said.matches().stream()
                .filter(match -> match.truth() == Truth.UNKNOWN)
                .findFirst()
                .map(match -> "the rule \"" + match.rule() + "\" might match, but " + match.note())
                .orElse("no delete rule matches it");
    }

    private static String rules(Judgement said, Action action) {
        List<String> names = said.matches().stream()
                .filter(match -> match.action() == action && match.applies())
                .map(match -> "\"" + match.rule() + "\"" + (match.note().isEmpty() ? "" : " (" + match.note() + ")"))
                .collect(Collectors.toList());
        return (names.size() == 1 ? "the rule " : "the rules ") + String.join(", ", names);
    }

    /**
     * What they were drawn from.
     *
     * @return the judgement
     */
    public RepositoryJudgement judgement() {
        return judgement;
    }

    /**
     * How the manifests hang together.
     *
     * @return the graph
     */
    public RepositoryGraph graph() {
        return graph;
    }

    /**
     * What becomes of each tag.
     *
     * @return in the order of their names
     */
    public Map<Tag, Decision> tags() {
        return Collections.unmodifiableMap(tags);
    }

    /**
     * What becomes of each manifest that was read.
     *
     * @return by digest
     */
    public Map<Digest, Decision> manifests() {
        return Collections.unmodifiableMap(manifests);
    }

    /**
     * Whether a manifest goes.
     *
     * @param digest its digest
     * @return true if it is to be deleted
     */
    public boolean goes(Digest digest) {
        return !isUnreadable() && closure.going().contains(digest);
    }

    /**
     * The tags that go as tags: their manifest stays, or is missing.
     *
     * @return by name
     */
    public List<Tag> tagDeletions() {
        return tags.entrySet().stream()
                .filter(entry -> entry.getValue().verdict() == Verdict.UNTAG
                        || entry.getValue().verdict() == Verdict.DELETE
                                && judgement.facts().danglingTags().contains(entry.getKey()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableList());
    }

    /**
     * The manifests that go.
     *
     * @return those that have to be deleted, each before its children and before what hangs on it
     */
    public List<Digest> deletions() {
        return new DeletionOrder(graph, closure.going(), isUnreadable()).parentsFirst();
    }
}
