package io.github.registryclient.cleanup.judge;

import io.github.registryclient.cleanup.age.Age;
import io.github.registryclient.cleanup.age.Ages;
import io.github.registryclient.cleanup.graph.ManifestFacts;
import io.github.registryclient.cleanup.graph.RepositoryGraph;
import io.github.registryclient.cleanup.policy.Action;
import io.github.registryclient.cleanup.policy.Defect;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.policy.Rule;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Applies the rules of a policy to the tags and untagged manifests of one repository. */
public final class RepositoryJudge {
    private final Policy policy;
    private final Instant now;
    private final RepositoryGraph graph;
    private final Ages ages;
    private final DefectsOf defects;
    private final List<Candidate> ordinary = new ArrayList<>();
    private final List<Candidate> followers = new ArrayList<>();
    private final List<Candidate> untagged = new ArrayList<>();
    private final List<Tag> unread = new ArrayList<>();

    /**
     * A judge of one repository.
     *
     * @param policy the policy
     * @param now the time of the plan
     * @param graph the repository
     * @param ages finds ages
     * @param isNowhere whether a manifest is in no repository of a registry that was read completely
     */
    public RepositoryJudge(Policy policy, Instant now, RepositoryGraph graph, Ages ages, Predicate<Digest> isNowhere) {
        this.policy = policy;
        this.now = now;
        this.graph = graph;
        this.ages = ages;
        this.defects = new DefectsOf(graph, isNowhere);
    }

    /**
     * Judges.
     *
     * @param protections what keep files and what is in use protect
     * @param childrenStay why children of an index that goes stay; empty if they go with it
     * @return what is said of each tag and untagged manifest
     */
    public RepositoryJudgement judge(Protections protections, Optional<String> childrenStay) {
        graph.facts().tags().forEach(this::addTag);
        graph.facts()
                .danglingTags()
                .forEach(tag -> (graph.follows(tag) ? followers : ordinary)
                        .add(new Candidate(
                                Optional.of(tag),
                                Optional.empty(),
                                Age.unknown(),
                                Set.of(Defect.DANGLING_TAG),
                                false)));
        graph.facts().manifests().values().forEach(this::addUntagged);
        Map<Candidate, List<RuleMatch>> matches = matches();
        RepositoryJudgement.Builder judgement = RepositoryJudgement.builder()
                .facts(graph.facts())
                .protectedManifests(protections.manifests())
                .childrenStay(childrenStay);
        for (List<Candidate> tagged : List.of(ordinary, followers)) {
            for (Candidate one : tagged) {
                Tag tag = one.tag().orElseThrow();
                judgement.putTags(tag, judgement(one, matches, protections.of(tag)));
            }
        }
        unread.forEach(tag -> judgement.putTags(tag, Judgement.builder().build()));
        for (Candidate one : untagged) {
            Digest digest = one.digest().orElseThrow();
            judgement.putUntagged(
                    digest, judgement(one, matches, protections.manifests().getOrDefault(digest, List.of())));
        }
        return judgement.build();
    }

    private Judgement judgement(Candidate one, Map<Candidate, List<RuleMatch>> matches, List<String> protections) {
        return Judgement.builder()
                .age(one.age())
                .matches(matches.getOrDefault(one, List.of()))
                .defects(one.defects())
                .addAllProtections(protections)
                .addAllProtections(Grace.of(one.age(), policy.ages().grace(), now))
                .build();
    }

    private void addTag(Tag tag, Digest digest) {
        ManifestFacts manifest = graph.manifest(digest).orElse(null);
        if (manifest == null) {
            unread.add(tag); // which keeps the whole repository
            return;
        }
        Candidate candidate = defects.candidate(Optional.of(tag), manifest, ages.of(tag, manifest));
        (graph.follows(tag) ? followers : ordinary).add(candidate);
    }

    /** What has no tag, and neither an index nor a subject above it that was read. */
    private void addUntagged(ManifestFacts manifest) {
        Digest digest = manifest.digest();
        boolean hangs = graph.subjects(digest).stream()
                .anyMatch(subject -> graph.manifest(subject).isPresent());
        if (graph.tags(digest).isEmpty() && graph.parents(digest).isEmpty() && !hangs) {
            untagged.add(defects.candidate(Optional.empty(), manifest, ages.of(manifest)));
        }
    }

    private Map<Candidate, List<RuleMatch>> matches() {
        Map<Candidate, List<RuleMatch>> matches = new HashMap<>();
        List<Rule> rules = new ArrayList<>(policy.rules());
        if (policy.defaultProtections()) {
            rules.add(Policy.protections());
        }
        for (Rule rule : rules) {
            if (rule.repositories().matches(graph.facts().name().toString())) {
                new RuleRun(rule, graph, now)
                        .matches(candidates(rule))
                        .forEach((candidate, match) -> matches.computeIfAbsent(candidate, first -> new ArrayList<>())
                                .add(match));
            }
        }
        return matches;
    }

    /**
     * What follows a subject is chosen only as an orphan. A rule keeps such a tag only if it is called as what is protected, and such a
     * manifest without a tag as any other without one.
     */
    private List<Candidate> candidates(Rule rule) {
        List<Candidate> candidates = new ArrayList<>();
        if (rule.untagged()) {
            untagged.stream()
                    .filter(one -> rule.action() == Action.KEEP || !isReferrer(one))
                    .forEach(candidates::add);
        } else {
            candidates.addAll(ordinary);
        }
        if (rule.equals(Policy.protections())) {
            candidates.addAll(followers);
        } else if (rule.defects().contains(Defect.ORPHANED)) {
            candidates.addAll(followers);
            untagged.stream()
                    .filter(this::isReferrer)
                    .filter(one -> !candidates.contains(one))
                    .forEach(candidates::add);
        } else if (rule.defects().contains(Defect.DANGLING_TAG)) {
            followers.stream().filter(one -> one.manifest().isEmpty()).forEach(candidates::add);
        }
        return candidates;
    }

    private boolean isReferrer(Candidate one) {
        return !graph.subjects(one.digest().orElseThrow()).isEmpty();
    }
}
