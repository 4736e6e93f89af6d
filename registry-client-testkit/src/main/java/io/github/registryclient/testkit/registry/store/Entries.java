package io.github.registryclient.testkit.registry.store;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Reference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a repository has, in memory, sorted. Guarded by the store's lock. */
final class Entries {
    private final NavigableMap<String, Digest> tags = new TreeMap<>();
    private final Map<Digest, StoredManifest> manifests = new TreeMap<>();
    private final Set<Digest> blobs = new TreeSet<>();
    private final Map<Digest, NavigableSet<Digest>> referrers = new TreeMap<>();

    NavigableMap<String, Digest> tags() {
        return tags;
    }

    Set<Digest> blobs() {
        return blobs;
    }

    List<StoredManifest> manifests() {
        return List.copyOf(manifests.values());
    }

    Optional<StoredManifest> manifest(Reference reference) {
        Digest digest = reference instanceof Digest ? (Digest) reference : tags.get(reference.toString());
        return Optional.ofNullable(digest).map(manifests::get);
    }

    List<StoredManifest> referrers(Digest subject) {
        List<StoredManifest> found = new ArrayList<>();
        for (Digest digest : referrers.getOrDefault(subject, Collections.emptyNavigableSet())) {
            manifest(digest).ifPresent(found::add);
        }
        return found;
    }

    private NavigableSet<Digest> referrersOf(Digest subject) {
        return referrers.computeIfAbsent(subject, any -> new TreeSet<>());
    }

    void add(StoredManifest manifest) {
        manifests.put(manifest.digest(), manifest);
        manifest.document().subject().ifPresent(subject -> referrersOf(subject).add(manifest.digest()));
    }

    void remove(Digest digest) {
        StoredManifest manifest = manifests.remove(digest);
        if (manifest != null) {
            manifest.document()
                    .subject()
                    .ifPresent(subject -> referrersOf(subject).remove(digest));
        }
    }

    void dropTagsWithoutManifest() {
        tags.values().removeIf(digest -> !manifests.containsKey(digest));
    }

    /** What the manifest needs and is not here. */
    List<Digest> missing(ManifestDocument document) {
        List<Digest> missing = new ArrayList<>();
        document.blobs().stream().filter(digest -> !blobs.contains(digest)).forEach(missing::add);
        document.manifests().stream()
                .filter(digest -> !manifests.containsKey(digest))
                .forEach(missing::add);
        document.otherEntries().stream()
                .filter(digest -> !blobs.contains(digest) && !manifests.containsKey(digest))
                .forEach(missing::add);
        return missing;
    }
}
