package io.github.registryclient.cleanup.apply;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Reference;
import io.github.registryclient.name.RepositoryName;
import java.util.Optional;

/** Finds out what is there; only the registry's own words count as no, and a HEAD has none. Thread-safe. */
final class Absence {
    private final RegistryClient client;
    private final RepositoryName repository;

    Absence(RegistryClient client, RepositoryName repository) {
        this.client = client;
        this.repository = repository;
    }

    /** Empty if the registry says that there is none. */
    Optional<Manifest> find(Reference reference) {
        try {
            return Optional.of(client.getManifest(repository, reference));
        } catch (NotFoundException e) {
            if (e.response().saysMissing()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Where a tag points; without its manifest's bytes, if it is there. */
    Optional<Digest> resolve(Reference reference) {
        try {
            return Optional.of(client.getManifestDigest(repository, reference));
        } catch (NotFoundException e) {
            return find(reference).map(Manifest::digest);
        }
    }

    boolean isGone(Digest digest) {
        return find(digest).isEmpty();
    }
}
