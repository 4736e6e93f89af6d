package io.github.registryclient.cleanup.plan;

import io.github.registryclient.cleanup.graph.BlobFacts;
import io.github.registryclient.cleanup.graph.ChildFacts;
import io.github.registryclient.cleanup.graph.ManifestFacts;
import io.github.registryclient.cleanup.graph.RepositoryGraph;
import io.github.registryclient.manifest.MediaTypes;
import io.github.registryclient.name.Digest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a registry would not take back once it is deleted, as far as is known (distribution, run: 400 and 500 to such a PUT). */
final class UndoCheck {
    /** Of a tag that points to nothing. */
    static final String DANGLING = "there is nothing that it could point to again";

    private final RepositoryGraph graph;
    private final Map<Digest, String> obstacles = new HashMap<>();

    private UndoCheck(RepositoryGraph graph) {
        this.graph = graph;
    }

    /** The reasons, by digest, of deletions that are given with parents first. */
    static Map<Digest, String> obstacles(RepositoryGraph graph, List<Digest> deletions) {
        UndoCheck check = new UndoCheck(graph);
        for (int i = deletions.size() - 1; i >= 0; i--) { // a child that goes is known before its parents
            Digest digest = deletions.get(i);
            graph.manifest(digest).flatMap(check::obstacle).ifPresent(reason -> check.obstacles.put(digest, reason));
        }
        return Map.copyOf(check.obstacles);
    }

    private Optional<String> obstacle(ManifestFacts manifest) {
        if (MediaTypes.isSchema1(manifest.mediaType())) {
            return Optional.of("registries of today take no manifest of schema 1");
        }
        for (BlobFacts blob : manifest.blobs()) {
            if (blob.foreign()) {
                return Optional.of("its layer " + blob.digest().shortForm()
                        + " lies elsewhere, and registries take such an image only where they are set up for it");
            }
            if (graph.facts().missingBlobs().contains(blob.digest())) {
                return Optional.of("its blob " + blob.digest().shortForm() + " is missing");
            }
        }
        for (ChildFacts child : manifest.children()) {
            if (graph.facts().missing().contains(child.digest())) {
                return Optional.of("its child " + child.digest().shortForm() + " is missing");
            }
            String below = obstacles.get(child.digest());
            if (below != null) {
                return Optional.of("its child " + child.digest().shortForm() + " cannot be put back: " + below);
            }
        }
        return Optional.empty();
    }
}
