package io.github.registryclient.cleanup.judge;

import io.github.registryclient.cleanup.graph.RepositoryGraph;
import io.github.registryclient.cleanup.policy.Action;
import io.github.registryclient.cleanup.policy.Fuse;
import io.github.registryclient.cleanup.policy.ManifestKind;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.policy.Rule;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether a repository would lose more than its policy lets it lose without somebody looking. */
public final class FuseCheck {
    private static final Set<ManifestKind> IMAGES = Set.of(ManifestKind.IMAGE, ManifestKind.INDEX);

    private final Policy policy;
    private final Verdicts verdicts;

    /** What there is under tags of its own, each with those tags: manifests, and dangling tags for themselves. */
    private final Map<Object, List<Tag>> tagged = new LinkedHashMap<>();

    private final Map<Object, List<Tag>> going = new LinkedHashMap<>();

    private FuseCheck(Policy policy, Verdicts verdicts) {
        this.policy = policy;
        this.verdicts = verdicts;
        RepositoryGraph graph = verdicts.graph();
        graph.facts().tags().forEach((tag, digest) -> {
            if (!graph.follows(tag)) {
                tagged.put(digest, graph.tags(digest));
            }
        });
        graph.facts().danglingTags().stream()
                .filter(tag -> !graph.follows(tag))
                .forEach(tag -> tagged.put(tag, List.of(tag)));
        Set<Tag> deletedAsTags = new LinkedHashSet<>(verdicts.tagDeletions());
        tagged.forEach((thing, tags) -> {
            boolean goes = thing instanceof Digest && verdicts.goes((Digest) thing);
            boolean loses = tags.stream().filter(tag -> !graph.follows(tag)).allMatch(deletedAsTags::contains);
            if (goes || loses) {
                going.put(thing, tags);
            }
        });
    }

    /**
     * Looks at one repository.
     *
     * @param policy the policy
     * @param verdicts what would become of the repository
     * @return why it is held back; empty if it is not
     */
    public static Optional<String> trip(Policy policy, Verdicts verdicts) {
        FuseCheck check = new FuseCheck(policy, verdicts);
        return check.count().or(check::share).or(check::last);
    }

    private Optional<String> count() {
        int deletions = verdicts.deletions().size() + verdicts.tagDeletions().size();
        int most = policy.fuse().perRepository().orElse(Integer.MAX_VALUE);
        return deletions <= most
                ? Optional.empty()
                : Optional.of(
                        "it would lose " + deletions + " manifests and tags; the policy's fuse lets " + most + " go");
    }

    /** What rules with a share of at most so much choose may be at most that share of all. */
    private Optional<String> share() {
        Fuse fuse = policy.fuse();
        if (tagged.size() < fuse.shareFrom()) {
            return Optional.empty();
        }
        TreeMap<Double, Integer> byShare = new TreeMap<>();
        going.values().forEach(tags -> byShare.merge(share(tags), 1, Integer::sum));
        int sum = 0;
        for (Map.Entry<Double, Integer> entry : byShare.entrySet()) {
            sum += entry.getValue();
            if (sum > entry.getKey() * tagged.size()) {
                return Optional.of("it would lose " + sum + " of " + tagged.size()
                        + " tagged manifests; the policy's fuse lets a share of " + entry.getKey() + " go");
            }
        }
        return Optional.empty();
    }

    private double share(List<Tag> tags) {
        return deciders(tags).stream()
                .mapToDouble(rule -> rule.maxShare().orElse(policy.fuse().share()))
                .max()
                .orElse(policy.fuse().share());
    }

    private Optional<String> last() {
        return isEmptied(tagged.keySet()) || isEmptied(images())
                ? Optional.of("no image with a tag would be left; a rule that may empty a repository says allowEmpty")
                : Optional.empty();
    }

    /** A build cache or a chart that stays is not the image that somebody expects to be there. */
    private Set<Object> images() {
        return tagged.keySet().stream()
                .filter(Digest.class::isInstance)
                .filter(thing -> verdicts.graph()
                        .manifest((Digest) thing)
                        .filter(manifest -> IMAGES.contains(manifest.kind()))
                        .isPresent())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean isEmptied(Collection<Object> things) {
        return !things.isEmpty()
                && going.keySet().containsAll(things)
                && !things.stream()
                        .allMatch(thing -> deciders(going.getOrDefault(thing, List.of())).stream()
                                .anyMatch(Rule::allowEmpty));
    }

    private List<Rule> deciders(List<Tag> tags) {
        Set<String> names = new LinkedHashSet<>();
        for (Tag tag : tags) {
            Judgement said = verdicts.judgement().tags().get(tag);
            if (said != null) {
                said.matches().stream()
                        .filter(match -> match.action() == Action.DELETE && match.applies())
                        .forEach(match -> names.add(match.rule()));
            }
        }
        return policy.rules().stream()
                .filter(rule -> names.contains(rule.name()))
                .collect(Collectors.toList());
    }
}
