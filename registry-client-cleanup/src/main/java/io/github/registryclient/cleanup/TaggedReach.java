package io.github.registryclient.cleanup;

import io.github.registryclient.cleanup.graph.ChildFacts;
import io.github.registryclient.cleanup.graph.ManifestFacts;
import io.github.registryclient.cleanup.graph.RepositoryGraph;
import io.github.registryclient.name.Digest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** What tags of a repository reach: manifests, their children, and the configurations of those. */
final class TaggedReach {
    private TaggedReach() {}

    static Set<Digest> of(RepositoryGraph graph) {
        Set<Digest> reached = new HashSet<>();
        Deque<Digest> next = new ArrayDeque<>(graph.facts().tags().values());
        while (!next.isEmpty()) {
            Digest digest = next.pop();
            if (reached.add(digest)) {
                graph.manifest(digest).ifPresent(manifest -> add(manifest, reached, next));
            }
        }
        return reached;
    }

    private static void add(ManifestFacts manifest, Set<Digest> reached, Deque<Digest> next) {
        manifest.config().ifPresent(reached::add);
        manifest.children().stream().map(ChildFacts::digest).forEach(next::push);
    }
}
