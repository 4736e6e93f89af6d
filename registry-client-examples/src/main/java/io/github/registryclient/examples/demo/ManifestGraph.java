package io.github.registryclient.examples.demo;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.manifest.Descriptor;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the manifests of one repository point to; each is read once. */
final class ManifestGraph {
    private final RegistryClient registry;
    private final RepositoryName repository;
    private final Map<Digest, Optional<Manifest>> read = new HashMap<>();

    private ManifestGraph(RegistryClient registry, RepositoryName repository) {
        this.registry = registry;
        this.repository = repository;
    }

    /**
     * Reads all manifests that have tags.
     *
     * @throws NotFoundException if one that was there a moment ago is gone: then nothing is to be concluded
     */
    static ManifestGraph read(RegistryClient registry, RepositoryState state) {
        ManifestGraph graph = new ManifestGraph(registry, state.name());
        for (Digest tagged : state.tags().tagsByDigest().keySet()) {
            graph.read.put(tagged, Optional.of(registry.getManifest(state.name(), tagged)));
        }
        return graph;
    }

    /** Empty if it is not there, as with an index of which only some platforms were pushed. */
    private Optional<Manifest> manifest(Digest digest) {
        Optional<Manifest> known = read.get(digest);
        if (known == null) {
            known = get(digest);
            read.put(digest, known);
        }
        return known;
    }

    private Optional<Manifest> get(Digest digest) {
        try {
            return Optional.of(registry.getManifest(repository, digest));
        } catch (NotFoundException gone) {
            Absence.believe(gone); // what is there but not seen would lose its children's protection
            return Optional.empty();
        }
    }

    /** The roots, everything that their indexes list, and what they refer to. */
    Set<Digest> reachable(Collection<Digest> roots) {
        Set<Digest> seen = new LinkedHashSet<>();
        Deque<Digest> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            Digest digest = open.remove();
            if (seen.add(digest)) {
                manifest(digest).ifPresent(manifest -> {
                    manifest.children().forEach(child -> open.add(child.digest()));
                    manifest.subject().ifPresent(subject -> open.add(subject.digest()));
                });
            }
        }
        return seen;
    }

    /** The roots and what their indexes list, each index before its children; without what is not there. */
    List<Manifest> parentsFirst(Collection<Digest> roots) {
        Deque<Digest> lastRootFirst = new ArrayDeque<>();
        roots.forEach(lastRootFirst::push);
        Deque<Manifest> parentsFirst = new ArrayDeque<>();
        Set<Digest> seen = new LinkedHashSet<>();
        lastRootFirst.forEach(root -> visit(root, seen, parentsFirst));
        return List.copyOf(parentsFirst);
    }

    /** A manifest is put in front of its children, which are there already. */
    private void visit(Digest digest, Set<Digest> seen, Deque<Manifest> parentsFirst) {
        if (seen.add(digest)) {
            manifest(digest).ifPresent(manifest -> {
                manifest.children().stream().map(Descriptor::digest).forEach(child -> visit(child, seen, parentsFirst));
                parentsFirst.push(manifest);
            });
        }
    }
}
