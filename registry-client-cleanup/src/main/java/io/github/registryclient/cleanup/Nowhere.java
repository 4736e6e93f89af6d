package io.github.registryclient.cleanup;

import io.github.registryclient.cleanup.graph.RepositoryGraph;
import io.github.registryclient.name.Digest;
import java.util.Collection;
import java.util.function.Predicate;

/** Whether a manifest is in no repository: known only of a registry that was read completely. */
final class Nowhere implements Predicate<Digest> {
    private final Collection<RepositoryGraph> graphs;
    private final boolean complete;

    Nowhere(Collection<RepositoryGraph> graphs, boolean complete) {
        this.graphs = graphs;
        this.complete = complete;
    }

    @Override
    public boolean test(Digest digest) {
        return complete
                && graphs.stream().noneMatch(graph -> graph.manifest(digest).isPresent());
    }
}
