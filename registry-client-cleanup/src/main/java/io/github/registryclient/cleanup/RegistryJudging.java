package io.github.registryclient.cleanup;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.age.Ages;
import io.github.registryclient.cleanup.age.Sightings;
import io.github.registryclient.cleanup.graph.RepositoryFacts;
import io.github.registryclient.cleanup.graph.RepositoryGraph;
import io.github.registryclient.cleanup.judge.References;
import io.github.registryclient.cleanup.judge.RepositoryJudge;
import io.github.registryclient.cleanup.judge.RepositoryJudgement;
import io.github.registryclient.cleanup.policy.ImageReference;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.use.KnownHosts;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Applies a policy to all that was read, with what is kept by name and what is in use. */
final class RegistryJudging {
    private final RegistryClient client;
    private final PlanSettings settings;
    private final Policy policy;
    private final Instant now;
    private final Map<RepositoryName, RepositoryGraph> graphs;
    private final boolean complete;
    private final Consumer<String> notes;

    RegistryJudging(
            RegistryClient client,
            PlanSettings settings,
            Instant now,
            Map<RepositoryName, RepositoryGraph> graphs,
            boolean complete,
            Consumer<String> notes) {
        this.client = client;
        this.settings = settings;
        this.policy = settings.policy();
        this.now = now;
        this.graphs = graphs;
        this.complete = complete;
        this.notes = notes;
    }

    /** With what each source says is in use. */
    List<RepositoryJudgement> judgements(List<Set<ImageReference>> bySource, Sightings ledger) {
        References references = new References(graphs, KnownHosts.of(client.registry(), policy));
        keep(references);
        bySource.forEach(used -> use(references, used));
        references
                .underOtherHosts()
                .forEach(reference ->
                        notes.accept("in use under a host that the policy does not declare, and kept: " + reference));
        Set<ImageReference> used =
                bySource.stream().flatMap(Set::stream).collect(Collectors.toCollection(LinkedHashSet::new));
        Optional<String> childrenStay = new UntaggedParents(graphs, used, ledger).childrenStay();
        List<RepositoryFacts> facts =
                graphs.values().stream().map(RepositoryGraph::facts).collect(Collectors.toList());
        Predicate<Digest> isNowhere = new Nowhere(client, facts, complete);
        List<RepositoryJudgement> judgements = new ArrayList<>();
        graphs.forEach((name, graph) -> judgements.add(new RepositoryJudge(
                        policy,
                        now,
                        graph,
                        new Ages(policy.ages(), ledger, settings.ageSources(), graph, now),
                        isNowhere)
                .judge(references.of(name), childrenStay)));
        return judgements;
    }

    /** What is not there is noted, unless it is in a repository that the plan is not about. */
    private void keep(References references) {
        Set<ImageReference> kept = references.keep(policy.keep());
        policy.keep().stream()
                .filter(reference -> !kept.contains(reference))
                .filter(reference -> settings.repositories().isEmpty()
                        || graphs.keySet().stream().anyMatch(reference::mayMean))
                .forEach(reference -> notes.accept("to be kept by name, and not here: " + reference));
    }

    private void use(References references, Set<ImageReference> used) {
        boolean isElsewhere = settings.repositories().isPresent()
                && used.stream().noneMatch(reference -> graphs.keySet().stream().anyMatch(reference::mayMean));
        if (references.use(used).isEmpty() && !used.isEmpty()) {
            if (isElsewhere) {
                notes.accept(
                        "a source of what is in use names nothing in the repositories that were to be planned for");
                return;
            }
            throw new PlanRefusedException(
                    "none of the " + used.size()
                            + " references in use that a source names is in this registry; declare under which hosts it is"
                            + " known, or leave the source out",
                    null);
        }
    }
}
