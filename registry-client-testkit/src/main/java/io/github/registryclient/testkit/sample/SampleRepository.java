package io.github.registryclient.testkit.sample;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A repository as it is to be, or was pushed: the oracle that reads are compared with. Immutable. */
public final class SampleRepository {
    private final RepositoryName name;
    private final Map<Tag, SampleManifest> tagged;
    private final List<SampleManifest> untagged;
    private final List<SampleManifest> deleted;

    private SampleRepository(Builder builder) {
        this.name = builder.name;
        this.tagged = Collections.unmodifiableMap(new LinkedHashMap<>(builder.tagged));
        this.untagged = builder.untagged.stream()
                .filter(manifest -> !tagged.containsValue(manifest))
                .collect(Collectors.toUnmodifiableList());
        this.deleted = List.copyOf(builder.deleted);
    }

    /**
     * Starts a repository.
     *
     * @param name its name
     * @return a builder without content
     */
    public static Builder named(String name) {
        return new Builder(RepositoryName.of(name));
    }

    /**
     * The name.
     *
     * @return the repository's name
     */
    public RepositoryName name() {
        return name;
    }

    /**
     * What each tag points to.
     *
     * @return in the order of pushing
     */
    public Map<Tag, SampleManifest> tagged() {
        return tagged;
    }

    /**
     * What each tag resolves to.
     *
     * @return in the order of pushing
     */
    public Map<Tag, Digest> tags() {
        Map<Tag, Digest> digests = new LinkedHashMap<>();
        tagged.forEach((tag, manifest) -> digests.put(tag, manifest.digest()));
        return Collections.unmodifiableMap(digests);
    }

    /**
     * The manifest of a tag.
     *
     * @param tag one of the tags
     * @return what it points to
     */
    public SampleManifest manifest(String tag) {
        SampleManifest manifest = tagged.get(Tag.of(tag));
        if (manifest == null) {
            throw new IllegalArgumentException("no tag " + tag + " in " + name + ", only " + tagged.keySet());
        }
        return manifest;
    }

    /**
     * The manifests that are pushed under their digest only: leftovers, referrers.
     *
     * @return without the children of indexes
     */
    public List<SampleManifest> untagged() {
        return untagged;
    }

    /**
     * The manifests that are pushed and then deleted, so that what needs them is broken.
     *
     * @return without what is missing because it was never pushed
     */
    public List<SampleManifest> deleted() {
        return deleted;
    }

    /**
     * All manifests, those of indexes as well, each digest once; without {@link #deleted}.
     *
     * @return children before their parents
     */
    public Collection<SampleManifest> manifests() {
        Map<Digest, SampleManifest> all = everPushed();
        deleted.forEach(manifest -> all.remove(manifest.digest()));
        return Collections.unmodifiableCollection(all.values());
    }

    /** All that is pushed, children before their parents. */
    Map<Digest, SampleManifest> everPushed() {
        Map<Digest, SampleManifest> all = new LinkedHashMap<>();
        deleted.forEach(manifest -> collect(manifest, all));
        tagged.values().forEach(manifest -> collect(manifest, all));
        untagged.forEach(manifest -> collect(manifest, all));
        return all;
    }

    private static void collect(SampleManifest manifest, Map<Digest, SampleManifest> all) {
        manifest.children().forEach(child -> collect(child, all));
        all.putIfAbsent(manifest.digest(), manifest);
    }

    /**
     * All blobs, each digest once; also those of deleted manifests, which stay until garbage is collected.
     *
     * @return unmodifiable
     */
    public Collection<SampleBlob> blobs() {
        Map<Digest, SampleBlob> all = new LinkedHashMap<>();
        everPushed()
                .values()
                .forEach(manifest -> manifest.blobs().forEach(blob -> all.putIfAbsent(blob.digest(), blob)));
        return Collections.unmodifiableCollection(all.values());
    }

    @Override
    public String toString() {
        return name + " (" + tagged.size() + " tags, " + manifests().size() + " manifests)";
    }

    /** Builds a {@link SampleRepository}. For one thread. */
    public static final class Builder {
        private final RepositoryName name;
        private final Map<Tag, SampleManifest> tagged = new LinkedHashMap<>();
        private final List<SampleManifest> untagged = new ArrayList<>();
        private final List<SampleManifest> deleted = new ArrayList<>();

        private Builder(RepositoryName name) {
            this.name = name;
        }

        /**
         * Adds a tag; one that is there already is moved, and what it pointed to stays as a leftover.
         *
         * @param tag the tag
         * @param manifest what it points to
         * @return this builder
         */
        public Builder tag(String tag, SampleManifest manifest) {
            SampleManifest before = tagged.put(Tag.of(tag), manifest);
            if (before != null && !tagged.containsValue(before)) {
                untagged.add(before);
            }
            return this;
        }

        /**
         * Adds a manifest without a tag.
         *
         * @param manifest a leftover or a referrer
         * @return this builder
         */
        public Builder untagged(SampleManifest manifest) {
            untagged.add(manifest);
            return this;
        }

        /**
         * Deletes a manifest by its digest when all is pushed. An index that lists it is then a partial one, which registries
         * take on no other way.
         *
         * @param manifest without a tag; one whose index is tagged zot does not delete
         * @return this builder
         */
        public Builder deleted(SampleManifest manifest) {
            deleted.add(manifest);
            return this;
        }

        /**
         * Adds referrers and, as clients do where there is no referrers API, an index of them under the subject's fallback tag
         * {@code sha256-<hex>}.
         *
         * @param images makes the index
         * @param referrers referrers of one subject
         * @return this builder
         */
        public Builder fallbackTag(SampleImages images, List<SampleManifest> referrers) {
            Digest subject = referrers.get(0).subject().orElseThrow().digest();
            return tag(subject.algorithm() + "-" + subject.encoded(), images.index(referrers));
        }

        /**
         * Adds a cosign signature under the subject's tag {@code sha256-<hex>.sig}.
         *
         * @param images makes the signature
         * @param subject what is signed
         * @return this builder
         */
        public Builder cosignTag(SampleImages images, SampleManifest subject) {
            String tag = subject.digest().algorithm() + "-" + subject.digest().encoded() + ".sig";
            return tag(tag, images.cosignSignature(subject));
        }

        /**
         * Makes the repository.
         *
         * @return the repository
         */
        public SampleRepository build() {
            return new SampleRepository(this);
        }
    }
}
