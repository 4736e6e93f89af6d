package io.github.registryclient.cleanup.judge;

import io.github.registryclient.cleanup.graph.RepositoryGraph;
import io.github.registryclient.name.Digest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Parents before children, subjects before what hangs on them; by digest where nothing else decides. */
final class DeletionOrder {
    private final RepositoryGraph graph;
    private final Set<Digest> going;

    DeletionOrder(RepositoryGraph graph, Set<Digest> going, boolean nothing) {
        this.graph = graph;
        this.going = nothing ? Set.of() : going;
    }

    List<Digest> parentsFirst() {
        Set<Digest> done = new LinkedHashSet<>();
        List<Digest> left = going.stream()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .collect(Collectors.toCollection(ArrayList::new));
        while (!left.isEmpty()) {
            List<Digest> free =
                    left.stream().filter(digest -> isFree(digest, done)).collect(Collectors.toList());
            List<Digest> next = free.isEmpty() ? List.of(left.get(0)) : free; // a ring of signatures has no first one
            done.addAll(next);
            left.removeAll(Set.copyOf(next));
        }
        return List.copyOf(done);
    }

    private boolean isFree(Digest digest, Set<Digest> done) {
        return graph.parents(digest).stream().noneMatch(above -> waits(above, done))
                && graph.subjects(digest).stream().noneMatch(above -> waits(above, done));
    }

    private boolean waits(Digest above, Set<Digest> done) {
        return going.contains(above) && !done.contains(above);
    }
}
