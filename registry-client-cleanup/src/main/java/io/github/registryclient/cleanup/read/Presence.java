package io.github.registryclient.cleanup.read;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Reference;
import io.github.registryclient.name.RepositoryName;
import java.util.Optional;
import java.util.function.Supplier;

/** What one repository shows now; only the registry's own words count as no (H4). Thread-safe. */
public final class Presence {
    private final RegistryClient client;
    private final RepositoryName repository;

    /**
     * Looks at one repository.
     *
     * @param client the registry
     * @param repository the repository
     */
    public Presence(RegistryClient client, RepositoryName repository) {
        this.client = client;
        this.repository = repository;
    }

    /**
     * What a tag points to, or whether a manifest is there.
     *
     * @param reference a tag or a digest
     * @return empty if the registry itself says that there is none
     */
    public Optional<Digest> digest(Reference reference) {
        return unlessMissing(() -> client.getManifestDigest(repository, reference));
    }

    /**
     * The manifest itself.
     *
     * @param reference a tag or a digest
     * @return empty if the registry itself says that there is none
     */
    public Optional<Manifest> manifest(Reference reference) {
        return unlessMissing(() -> client.getManifest(repository, reference));
    }

    /**
     * Whether a manifest that was probably deleted is gone: one request if it is, for a HEAD would have to be followed by a GET, which
     * alone has the registry's words.
     *
     * @param manifest its digest
     * @return true if the registry itself says so
     */
    public boolean isGone(Digest manifest) {
        return manifest(manifest).isEmpty();
    }

    /** The same for one that is probably there. */
    boolean isMissing(Digest manifest) {
        return digest(manifest).isEmpty();
    }

    boolean isMissingBlob(Digest blob) {
        return client.findBlobSize(repository, blob).isEmpty();
    }

    private static <T> Optional<T> unlessMissing(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (NotFoundException e) {
            if (!e.response().saysMissing()) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
