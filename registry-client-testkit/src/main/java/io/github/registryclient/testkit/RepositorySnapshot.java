package io.github.registryclient.testkit;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.registry.store.Content;
import io.github.registryclient.testkit.registry.store.Store;
import io.github.registryclient.testkit.registry.store.StoredManifest;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** What one repository had at one moment. Immutable. */
public final class RepositorySnapshot {
    private final Map<Tag, Digest> tags;
    private final Map<Digest, ManifestSnapshot> manifests;
    private final Map<Digest, Long> blobs;
    private final int syntheticTags;

    private RepositorySnapshot(
            Map<Tag, Digest> tags,
            Map<Digest, ManifestSnapshot> manifests,
            Map<Digest, Long> blobs,
            int syntheticTags) {
        this.tags = Collections.unmodifiableMap(tags);
        this.manifests = Collections.unmodifiableMap(manifests);
        this.blobs = Collections.unmodifiableMap(blobs);
        this.syntheticTags = syntheticTags;
    }

    static RepositorySnapshot empty() {
        return new RepositorySnapshot(Map.of(), Map.of(), Map.of(), 0);
    }

    static RepositorySnapshot of(Store store, RepositoryName name) throws IOException {
        Map<Digest, ManifestSnapshot> manifests = new TreeMap<>();
        for (StoredManifest manifest : store.manifests(name)) {
            byte[] bytes = store.content(manifest.digest()).orElseThrow().bytes();
            manifests.put(manifest.digest(), new ManifestSnapshot(manifest.mediaType(), bytes));
        }
        Map<Digest, Long> blobs = new TreeMap<>();
        for (Digest digest : store.blobs(name)) {
            Optional<Content> content = store.content(digest);
            content.ifPresent(bytes -> blobs.put(digest, bytes.size()));
        }
        return new RepositorySnapshot(store.tags(name), manifests, blobs, store.syntheticTags(name));
    }

    /**
     * The tags that were pushed.
     *
     * @return the digests they point to, sorted by tag
     */
    public Map<Tag, Digest> tags() {
        return tags;
    }

    /**
     * The manifests that were pushed, tagged or not.
     *
     * @return by digest, sorted
     */
    public Map<Digest, ManifestSnapshot> manifests() {
        return manifests;
    }

    /**
     * The blobs that were pushed here or mounted here.
     *
     * @return sizes by digest, sorted
     */
    public Map<Digest, Long> blobs() {
        return blobs;
    }

    /**
     * How many tags of {@link SyntheticContent#tags} are left, which are not among {@link #tags}: they can be too many.
     *
     * @return 0 or more
     */
    public int syntheticTags() {
        return syntheticTags;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RepositorySnapshot
                && ((RepositorySnapshot) other).tags.equals(tags)
                && ((RepositorySnapshot) other).manifests.equals(manifests)
                && ((RepositorySnapshot) other).blobs.equals(blobs)
                && ((RepositorySnapshot) other).syntheticTags == syntheticTags;
    }

    @Override
    public int hashCode() {
        return Objects.hash(tags, manifests, blobs, syntheticTags);
    }

    /**
     * Tags, manifests and blobs, for people.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return "tags " + tags + ", manifests " + manifests + ", blobs " + blobs
                + (syntheticTags == 0 ? "" : ", and " + syntheticTags + " synthetic tags");
    }
}
