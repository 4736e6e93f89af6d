package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Reference;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.registry.Route;
import io.github.registryclient.testkit.registry.store.Store;
import io.github.registryclient.testkit.registry.store.StoredManifest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A manifest that somebody asks to delete, and what is around it. */
final class Doomed {
    private final Store store;
    private final RepositoryName repository;
    private final StoredManifest manifest;

    private Doomed(Store store, RepositoryName repository, StoredManifest manifest) {
        this.store = store;
        this.repository = repository;
        this.manifest = manifest;
    }

    /** What a tag or digest leads to, if it is there. */
    static Optional<Doomed> of(Store store, Route route) {
        return of(store, route.repository(), route.reference());
    }

    static Optional<Doomed> of(Store store, RepositoryName repository, Reference reference) {
        return store.manifest(repository, reference).map(manifest -> new Doomed(store, repository, manifest));
    }

    Digest digest() {
        return manifest.digest();
    }

    List<Tag> tags() {
        return tags(manifest.digest());
    }

    private List<Tag> tags(Digest digest) {
        return store.tags(repository).entrySet().stream()
                .filter(entry -> entry.getValue().equals(digest))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableList());
    }

    /** The indexes that list it. */
    List<Digest> parents() {
        return parents(manifest.digest());
    }

    private List<Digest> parents(Digest digest) {
        return store.manifests(repository).stream()
                .filter(index -> index.document().manifests().contains(digest))
                .map(StoredManifest::digest)
                .collect(Collectors.toUnmodifiableList());
    }

    /** The children that nothing else leads to. */
    List<Digest> orphans() {
        return manifest.document().manifests().stream()
                .filter(child -> tags(child).isEmpty())
                .filter(child -> parents(child).equals(List.of(manifest.digest())))
                .collect(Collectors.toUnmodifiableList());
    }
}
