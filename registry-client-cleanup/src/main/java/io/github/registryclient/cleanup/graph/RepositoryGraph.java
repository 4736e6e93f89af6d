package io.github.registryclient.cleanup.graph;

import io.github.registryclient.cleanup.policy.ManifestKind;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the manifests of one repository hang together: who lists whom, who hangs on whom, which tags point where. */
public final class RepositoryGraph {
    private final RepositoryFacts facts;
    private final Map<Digest, List<Tag>> tags = new HashMap<>();
    private final Map<Digest, Set<Digest>> parents = new HashMap<>();
    private final Map<Digest, Set<Digest>> followers = new HashMap<>();
    private final Map<Digest, Set<Digest>> subjects = new HashMap<>();

    /**
     * Links what was read.
     *
     * @param facts what was read
     */
    public RepositoryGraph(RepositoryFacts facts) {
        this.facts = facts;
        facts.tags().forEach(this::addTag);
        facts.manifests().values().forEach(this::addManifest);
        facts.referrers().forEach((subject, referrers) -> followAll(subject, referrers.stream()));
    }

    private void addTag(Tag tag, Digest digest) {
        tags.computeIfAbsent(digest, first -> new ArrayList<>()).add(tag);
        named(tag, digest).ifPresent(subject -> {
            follow(subject, digest);
            if (SubjectTag.isFallback(tag)) {
                manifest(digest)
                        .ifPresent(index ->
                                followAll(subject, index.children().stream().map(ChildFacts::digest)));
            }
        });
    }

    /** A listing is not believed against what a manifest says itself. */
    private void followAll(Digest subject, Stream<Digest> listed) {
        listed.filter(one -> manifest(one)
                        .flatMap(ManifestFacts::subject)
                        .map(subject::equals)
                        .orElse(true))
                .forEach(one -> follow(subject, one));
    }

    /** The subject that a tag names; an image that is called like a fallback tag is there for itself. */
    private Optional<Digest> named(Tag tag, @Nullable Digest digest) {
        boolean other = SubjectTag.isFallback(tag)
                && digest != null
                && manifest(digest).filter(this::isImage).isPresent();
        return other ? Optional.empty() : SubjectTag.subject(tag);
    }

    /** An image, or an index of images, which is no list of what hangs on something. */
    private boolean isImage(ManifestFacts manifest) {
        if (manifest.kind() != ManifestKind.INDEX) {
            return manifest.kind() == ManifestKind.IMAGE;
        }
        List<ManifestFacts> children = new ArrayList<>();
        manifest.children().forEach(child -> manifest(child.digest()).ifPresent(children::add));
        return !children.isEmpty()
                && children.stream()
                        .allMatch(child -> child.kind() == ManifestKind.IMAGE
                                && child.subject().isEmpty());
    }

    private void addManifest(ManifestFacts manifest) {
        manifest.children().forEach(child -> add(parents, child.digest(), manifest.digest()));
        manifest.subject().ifPresent(subject -> follow(subject, manifest.digest()));
    }

    private void follow(Digest subject, Digest follower) {
        if (facts.manifests().containsKey(follower) && !subject.equals(follower)) {
            add(followers, subject, follower);
            add(subjects, follower, subject);
        }
    }

    private static void add(Map<Digest, Set<Digest>> map, Digest key, Digest value) {
        map.computeIfAbsent(key, first -> new LinkedHashSet<>(2)).add(value);
    }

    /**
     * What was read.
     *
     * @return the facts
     */
    public RepositoryFacts facts() {
        return facts;
    }

    /**
     * A manifest that was read.
     *
     * @param digest its digest
     * @return empty if it was not read
     */
    public Optional<ManifestFacts> manifest(Digest digest) {
        return Optional.ofNullable(facts.manifests().get(digest));
    }

    /**
     * The tags that point to a manifest.
     *
     * @param digest its digest
     * @return all of them, signature and fallback tags too
     */
    public List<Tag> tags(Digest digest) {
        return tags.getOrDefault(digest, List.of());
    }

    /**
     * The indexes that list a manifest.
     *
     * @param digest its digest
     * @return those that were read
     */
    public Set<Digest> parents(Digest digest) {
        return parents.getOrDefault(digest, Set.of());
    }

    /**
     * What hangs on a manifest: signatures, attestations, SBOMs, other referrers, and the index of its fallback tag.
     *
     * @param digest its digest
     * @return those that were read
     */
    public Set<Digest> followers(Digest digest) {
        return followers.getOrDefault(digest, Set.of());
    }

    /**
     * What a manifest hangs on, by its {@code subject}, by a tag's form, or because the registry lists it so.
     *
     * @param digest its digest
     * @return whether or not they were read
     */
    public Set<Digest> subjects(Digest digest) {
        return subjects.getOrDefault(digest, Set.of());
    }

    /**
     * Whether a tag follows what its manifest hangs on, and is no tag of its own that rules choose.
     *
     * @param tag a tag that points somewhere
     * @return true for signature, attestation and fallback tags, and for tags of a manifest with a subject
     */
    public boolean follows(Tag tag) {
        Digest digest = facts.tags().get(tag);
        return named(tag, digest).isPresent()
                || digest != null
                        && manifest(digest).flatMap(ManifestFacts::subject).isPresent();
    }
}
