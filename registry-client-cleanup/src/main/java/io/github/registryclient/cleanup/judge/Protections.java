package io.github.registryclient.cleanup.judge;

import io.github.registryclient.cleanup.graph.RepositoryGraph;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What keep files and what is in use protect in one repository: downwards by the closure, and upwards here. */
public final class Protections {
    private final RepositoryGraph graph;
    private final Map<Digest, List<Digest>> byConfig = new HashMap<>();
    private final Map<Tag, List<String>> tags = new LinkedHashMap<>();
    private final Map<Digest, List<String>> manifests = new LinkedHashMap<>();

    /**
     * Nothing is protected yet.
     *
     * @param graph the repository
     */
    public Protections(RepositoryGraph graph) {
        this.graph = graph;
        graph.facts()
                .manifests()
                .values()
                .forEach(manifest -> manifest.config()
                        .ifPresent(config -> byConfig.computeIfAbsent(config, first -> new ArrayList<>())
                                .add(manifest.digest())));
    }

    /**
     * Protects a tag, what it points to, and the indexes and tags above that.
     *
     * @param tag the tag
     * @param reason why, for people
     * @return whether there is such a tag
     */
    public boolean protect(Tag tag, String reason) {
        Digest digest = graph.facts().tags().get(tag);
        add(tags, tag, reason);
        if (digest != null) {
            protect(digest, reason);
        }
        return digest != null || graph.facts().danglingTags().contains(tag);
    }

    /**
     * Protects a manifest, and the indexes and tags above it; with a referrer, what it hangs on.
     *
     * @param named its digest, or that of its configuration
     * @param reason why, for people
     * @return whether there is such a manifest
     */
    public boolean protect(Digest named, String reason) {
        Set<Digest> found = new LinkedHashSet<>();
        if (graph.manifest(named).isPresent()) {
            found.add(named);
        }
        found.addAll(byConfig.getOrDefault(named, List.of()));
        List<Digest> upwards = new ArrayList<>(found);
        for (int i = 0; i < upwards.size(); i++) {
            graph.parents(upwards.get(i)).stream().filter(found::add).forEach(upwards::add);
            graph.subjects(upwards.get(i)).stream()
                    .filter(subject -> graph.manifest(subject).isPresent())
                    .filter(found::add)
                    .forEach(upwards::add);
        }
        for (Digest digest : upwards) {
            add(manifests, digest, reason);
            graph.tags(digest).forEach(tag -> add(tags, tag, reason));
        }
        return !found.isEmpty();
    }

    private static <K> void add(Map<K, List<String>> to, K key, String reason) {
        List<String> reasons = to.computeIfAbsent(key, first -> new ArrayList<>());
        if (!reasons.contains(reason)) {
            reasons.add(reason);
        }
    }

    /**
     * Why a tag is protected.
     *
     * @param tag the tag
     * @return the reasons, for people; empty if it is not
     */
    public List<String> of(Tag tag) {
        return tags.getOrDefault(tag, List.of());
    }

    /**
     * The manifests that are protected.
     *
     * @return the reasons, for people, by digest
     */
    public Map<Digest, List<String>> manifests() {
        return manifests;
    }
}
