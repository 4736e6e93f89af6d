package io.github.registryclient.cleanup.judge;

import io.github.registryclient.cleanup.graph.RepositoryGraph;
import io.github.registryclient.cleanup.policy.ImageReference;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What references protect in all repositories. A digest protects wherever it occurs, whatever host or repository its reference
 * names; a tag protects in the repository of that name, also where the host is not known to be this registry: mirrors and node
 * ports have names of their own.
 */
public final class References {
    private final Map<RepositoryName, RepositoryGraph> graphs;
    private final Map<RepositoryName, Protections> protections = new LinkedHashMap<>();
    private final Set<String> hosts;
    private final Set<ImageReference> underOtherHosts = new LinkedHashSet<>();

    /**
     * References of a registry.
     *
     * @param graphs what was read of its repositories
     * @param hosts under which hosts it is known
     */
    public References(Map<RepositoryName, RepositoryGraph> graphs, Set<String> hosts) {
        this.graphs = graphs;
        this.hosts = hosts;
        graphs.forEach((name, graph) -> protections.put(name, new Protections(graph)));
    }

    /**
     * What is kept by name; without tag and digest, the whole repository.
     *
     * @param references of keep files
     * @return those that match something here
     */
    public Set<ImageReference> keep(Collection<ImageReference> references) {
        Set<ImageReference> matched = new LinkedHashSet<>();
        for (ImageReference reference : references) {
            String reason = "it is kept by name: " + reference;
            boolean whole = reference.tag().isEmpty() && reference.digest().isEmpty();
            if (whole ? keepAll(reference, reason) : protect(reference, tags(reference), reason)) {
                matched.add(reference);
            }
        }
        return matched;
    }

    private static List<Tag> tags(ImageReference reference) {
        return reference.tag().map(List::of).orElse(List.of());
    }

    private boolean keepAll(ImageReference reference, String reason) {
        boolean found = false;
        for (Map.Entry<RepositoryName, RepositoryGraph> one : graphs.entrySet()) {
            if (reference.mayMean(one.getKey())) {
                keepAll(one.getValue(), reason);
                found = true;
            }
        }
        return found;
    }

    private void keepAll(RepositoryGraph graph, String reason) {
        Protections all = of(graph.facts().name());
        graph.facts().tags().keySet().forEach(tag -> all.protect(tag, reason));
        graph.facts().danglingTags().forEach(tag -> all.protect(tag, reason));
        graph.facts().manifests().keySet().forEach(digest -> all.protect(digest, reason));
    }

    /**
     * What is in use; without tag and digest, {@code latest}.
     *
     * @param references of what runs
     * @return those that match something here
     */
    public Set<ImageReference> use(Collection<ImageReference> references) {
        Set<ImageReference> matched = new LinkedHashSet<>();
        for (ImageReference reference : references) {
            List<Tag> tags = reference
                    .tag()
                    .map(List::of)
                    .orElseGet(() -> reference.digest().isPresent() ? List.of() : List.of(Tag.of("latest")));
            if (protect(reference, tags, "it is in use: " + reference)) {
                matched.add(reference);
            }
        }
        return matched;
    }

    private boolean protect(ImageReference reference, List<Tag> tags, String reason) {
        boolean found = false;
        for (Map.Entry<RepositoryName, Protections> one : protections.entrySet()) {
            if (reference.mayMean(one.getKey())) {
                for (Tag tag : tags) {
                    found |= one.getValue().protect(tag, reason);
                }
            }
        }
        if (reference.digest().isPresent()) {
            for (Protections one : protections.values()) {
                found |= one.protect(reference.digest().get(), reason);
            }
        }
        if (found && reference.host().filter(host -> !hosts.contains(host)).isPresent()) {
            underOtherHosts.add(reference);
        }
        return found;
    }

    /**
     * What is protected in a repository.
     *
     * @param repository one of those that were read
     * @return its protections
     */
    public Protections of(RepositoryName repository) {
        return Objects.requireNonNull(protections.get(repository), "not read");
    }

    /**
     * References that protect here although nobody said that their host is this registry.
     *
     * @return for a note in the plan
     */
    public Set<ImageReference> underOtherHosts() {
        return underOtherHosts;
    }
}
