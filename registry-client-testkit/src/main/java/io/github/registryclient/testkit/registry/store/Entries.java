package io.github.registryclient.testkit.registry.store;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Reference;
import io.github.registryclient.testkit.registry.synthetic.SyntheticRepository;
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
import java.util.stream.Collectors;

/** What a repository has, in memory, sorted. Guarded by the store's lock. */
final class Entries {
    private final NavigableMap<String, Digest> tags = new TreeMap<>();
    private final Map<Digest, StoredManifest> manifests = new TreeMap<>();
    private final Set<Digest> blobs = new TreeSet<>();
    private final Map<Digest, NavigableSet<Digest>> referrers = new TreeMap<>();
    private final SyntheticRepository synthetic;

    Entries(SyntheticRepository synthetic) {
        this.synthetic = synthetic;
    }

    /** What is there without having been pushed. */
    SyntheticRepository synthetic() {
        return synthetic;
    }

    /** All tags, sorted. */
    Names names(String after, int limit) {
        List<String> pushed =
                tags.tailMap(after, false).keySet().stream().limit(limit).collect(Collectors.toUnmodifiableList());
        return new Names(pushed, synthetic.tags().after(after), limit);
    }

    /** The tags that were pushed; {@link #putTag} adds to them. */
    NavigableMap<String, Digest> tags() {
        return tags;
    }

    /** A tag that was pushed is no longer synthetic, not even when it is deleted. */
    void putTag(String tag, Digest digest) {
        tags.put(tag, digest);
        synthetic.tags().hide(tag);
    }

    /** The blobs that were pushed. */
    Set<Digest> blobs() {
        return blobs;
    }

    /** The manifests that were pushed. */
    List<StoredManifest> manifests() {
        return List.copyOf(manifests.values());
    }

    boolean hasPushed(Digest digest) {
        return manifests.containsKey(digest);
    }

    /** The manifest of a tag or digest, pushed or synthetic. */
    Optional<StoredManifest> manifest(Reference reference) {
        Digest digest = reference instanceof Digest ? (Digest) reference : tags.get(reference.toString());
        StoredManifest pushed = digest == null ? null : manifests.get(digest);
        return pushed == null ? synthetic.image(reference).map(StoredManifest::of) : Optional.of(pushed);
    }

    /** What is referred to, there or not. */
    Set<Digest> subjects() {
        return referrers.keySet();
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
        document.blobs().stream().filter(digest -> !hasBlob(digest)).forEach(missing::add);
        document.manifests().stream().filter(digest -> !hasManifest(digest)).forEach(missing::add);
        document.otherEntries().stream()
                .filter(digest -> !hasBlob(digest) && !hasManifest(digest))
                .forEach(missing::add);
        return missing;
    }

    private boolean hasBlob(Digest digest) {
        return blobs.contains(digest) || synthetic.blob(digest).isPresent();
    }

    private boolean hasManifest(Digest digest) {
        return hasPushed(digest) || synthetic.image(digest).isPresent();
    }
}
