package io.github.registryclient.cleanup.plan;

import io.github.registryclient.cleanup.graph.RepositoryGraph;
import io.github.registryclient.cleanup.judge.Judgement;
import io.github.registryclient.cleanup.judge.RepositoryJudgement;
import io.github.registryclient.cleanup.judge.Verdict;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Gathers what explains a verdict. */
final class Explainer {
    private final RepositoryPlan plan;
    private final RepositoryGraph graph;
    private final RepositoryJudgement judgement;
    private final Map<Digest, Long> alone;

    private Explainer(RepositoryPlan plan, Map<Digest, Long> alone) {
        this.plan = plan;
        graph = plan.verdicts().graph();
        judgement = plan.verdicts().judgement();
        this.alone = alone;
    }

    static Explainer of(RepositoryPlan plan, Map<Digest, Long> alone) {
        return new Explainer(plan, alone);
    }

    Explanation explain(Tag tag) {
        Optional<Digest> digest = Optional.ofNullable(graph.facts().tags().get(tag));
        return said(Optional.ofNullable(judgement.tags().get(tag)), digest)
                .sharingTags(digest.map(graph::tags).orElse(List.of()).stream()
                        .filter(other -> !other.equals(tag))
                        .collect(Collectors.toList()))
                .tag(tag)
                .decision(plan.of(tag).orElseThrow())
                .irrevocableBecause(irrevocableBecause(tag, digest))
                .freesAlone(digest.filter(one -> graph.tags(one).size() == 1)
                        .map(one -> alone.getOrDefault(one, 0L))
                        .orElse(0L))
                .build();
    }

    Explanation explain(Digest digest) {
        return said(Optional.ofNullable(judgement.untagged().get(digest)).or(() -> ofTags(digest)), Optional.of(digest))
                .decision(Objects.requireNonNull(plan.verdicts().manifests().get(digest)))
                .irrevocableBecause(Optional.ofNullable(plan.irrevocable().get(digest)))
                .freesAlone(alone.getOrDefault(digest, 0L))
                .build();
    }

    private Optional<String> irrevocableBecause(Tag tag, Optional<Digest> digest) {
        return digest.isPresent()
                ? Optional.ofNullable(plan.irrevocable().get(digest.get()))
                : Optional.of(UndoCheck.DANGLING)
                        .filter(reason -> plan.of(tag).orElseThrow().verdict() == Verdict.DELETE);
    }

    /** What is said of its tags, as one. */
    private Optional<Judgement> ofTags(Digest digest) {
        List<Judgement> all = graph.tags(digest).stream()
                .flatMap(tag -> Optional.ofNullable(judgement.tags().get(tag)).stream())
                .collect(Collectors.toList());
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Judgement.Builder one = Judgement.builder();
        all.stream()
                .map(Judgement::age)
                .max(Comparator.comparing(age -> age.noLaterThan().orElse(Instant.MAX)))
                .ifPresent(one::age);
        all.stream().flatMap(said -> said.matches().stream()).distinct().forEach(one::addMatches);
        all.stream().flatMap(said -> said.protections().stream()).distinct().forEach(one::addProtections);
        all.forEach(said -> one.addAllDefects(said.defects()));
        return Optional.of(one.build());
    }

    private ImmutableExplanation.Builder said(Optional<Judgement> said, Optional<Digest> digest) {
        ImmutableExplanation.Builder explanation = ImmutableExplanation.builder()
                .repository(plan.name())
                .digest(digest)
                .heldBack(plan.heldBack());
        said.ifPresent(one -> explanation
                .rules(one.matches())
                .age(one.age())
                .protections(one.protections())
                .defects(one.defects()));
        digest.ifPresent(one -> {
            List<String> reasons = judgement.protectedManifests().getOrDefault(one, List.of());
            explanation.addAllProtections(reasons.stream()
                    .filter(reason -> said.map(Judgement::protections)
                            .filter(all -> all.contains(reason))
                            .isEmpty())
                    .collect(Collectors.toList()));
            explanation.sharingTags(graph.tags(one)).parents(graph.parents(one)).referrers(graph.followers(one));
        });
        return explanation;
    }
}
