package io.github.registryclient.cleanup;

import io.github.registryclient.cleanup.age.Sightings;
import io.github.registryclient.cleanup.graph.RepositoryGraph;
import io.github.registryclient.cleanup.policy.ImageReference;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether an index without a tag may need the children of one that goes. No API lists such indexes: where something runs by a digest
 * that no tag reaches, or the ledger was lost that would know them, children stay.
 */
final class UntaggedParents {
    private final Map<RepositoryName, RepositoryGraph> graphs;
    private final Set<ImageReference> used;
    private final Sightings ledger;

    UntaggedParents(Map<RepositoryName, RepositoryGraph> graphs, Set<ImageReference> used, Sightings ledger) {
        this.graphs = graphs;
        this.used = used;
        this.ledger = ledger;
    }

    Optional<String> childrenStay() {
        if (ledger.isUntrusted()) {
            return Optional.of("the ledger was lost, and the new one does not know yet which untagged indexes need it");
        }
        Set<Digest> reached = new HashSet<>();
        graphs.values().forEach(graph -> reached.addAll(TaggedReach.of(graph)));
        return used.stream()
                .map(ImageReference::digest)
                .flatMap(Optional::stream)
                .filter(digest -> !reached.contains(digest))
                .findFirst()
                .map(digest ->
                        digest + " is in use and no tag reaches it, so untagged indexes may be in use that need it");
    }
}
