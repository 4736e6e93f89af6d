package io.github.registryclient.cleanup.read;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;

/** Asks the registry whether it has something; only its own words count as no. Thread-safe. */
final class Presence {
    private final RegistryClient client;
    private final RepositoryName repository;

    Presence(RegistryClient client, RepositoryName repository) {
        this.client = client;
        this.repository = repository;
    }

    boolean isMissing(Digest manifest) {
        try {
            client.getManifestDigest(repository, manifest);
            return false;
        } catch (NotFoundException e) {
            if (!e.response().saysMissing()) {
                throw e;
            }
            return true;
        }
    }

    boolean isMissingBlob(Digest blob) {
        return client.findBlobSize(repository, blob).isEmpty();
    }
}
