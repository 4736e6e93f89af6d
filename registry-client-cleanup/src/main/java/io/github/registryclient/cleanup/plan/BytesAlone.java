package io.github.registryclient.cleanup.plan;

import io.github.registryclient.cleanup.graph.ChildFacts;
import io.github.registryclient.cleanup.graph.ManifestFacts;
import io.github.registryclient.cleanup.graph.RepositoryGraph;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which blobs only one manifest of all repositories needs, directly or through its children and what hangs on it. */
final class BytesAlone {
    /** Several need it. */
    private static final int SHARED = -1;

    private final List<RepositoryPlan> repositories;
    private final Map<Digest, Long> sizes;
    private final Map<Digest, Integer> owners = new HashMap<>();
    private final List<Long> freed = new ArrayList<>();

    BytesAlone(List<RepositoryPlan> repositories, Map<Digest, Long> sizes) {
        this.repositories = repositories;
        this.sizes = sizes;
    }

    Map<RepositoryName, Map<Digest, Long>> alone() {
        Map<RepositoryName, Map<Digest, Integer>> numbers = new HashMap<>();
        for (RepositoryPlan repository : repositories) {
            Map<Digest, Integer> here = new HashMap<>();
            RepositoryGraph graph = repository.verdicts().graph();
            for (ManifestFacts manifest : graph.facts().manifests().values()) {
                if (isTop(graph, manifest.digest())) {
                    here.put(manifest.digest(), number(graph, manifest.digest()));
                }
            }
            numbers.put(repository.name(), here);
        }
        owners.forEach((blob, owner) -> {
            if (owner != SHARED) {
                freed.set(owner, BlobCount.plus(freed.get(owner), sizes.getOrDefault(blob, 0L)));
            }
        });
        Map<RepositoryName, Map<Digest, Long>> alone = new HashMap<>();
        numbers.forEach((name, here) -> {
            Map<Digest, Long> bytes = new HashMap<>();
            here.forEach((digest, number) -> bytes.put(digest, freed.get(number)));
            alone.put(name, bytes);
        });
        return alone;
    }

    /** What has a tag of its own, or nothing above it that was read: an orphan needs what it needs by itself. */
    private static boolean isTop(RepositoryGraph graph, Digest digest) {
        return graph.tags(digest).stream().anyMatch(tag -> !graph.follows(tag))
                || graph.parents(digest).isEmpty()
                        && graph.subjects(digest).stream()
                                .noneMatch(subject -> graph.manifest(subject).isPresent());
    }

    private int number(RepositoryGraph graph, Digest top) {
        int number = freed.size();
        freed.add(0L);
        Set<Digest> seen = new HashSet<>();
        Deque<Digest> next = new ArrayDeque<>(Set.of(top));
        while (!next.isEmpty()) {
            Digest digest = next.pop();
            if (seen.add(digest)) {
                graph.manifest(digest).ifPresent(manifest -> {
                    own(manifest, number);
                    manifest.children().stream().map(ChildFacts::digest).forEach(next::push);
                });
                graph.followers(digest).forEach(next::push);
            }
        }
        return number;
    }

    private void own(ManifestFacts manifest, int number) {
        Set<Digest> parts = new HashSet<>();
        BlobCount.addParts(manifest, parts);
        parts.forEach(part -> owners.merge(part, number, (one, other) -> one.equals(other) ? one : SHARED));
    }
}
