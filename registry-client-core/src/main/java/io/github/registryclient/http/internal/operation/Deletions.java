package io.github.registryclient.http.internal.operation;

import io.github.registryclient.DeleteResult;
import io.github.registryclient.DeleteResult.Outcome;
import io.github.registryclient.http.internal.endpoint.Addresses;
import io.github.registryclient.http.internal.time.Deadline;
import io.github.registryclient.http.internal.transport.Caller;
import io.github.registryclient.http.internal.transport.Patience;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;

/** Deleting: no DELETE is sent for a digest that was not seen to be a manifest's. Each has one deadline for all of it. */
public final class Deletions {
    private final Caller caller;
    private final Manifests manifests;
    private final ManifestLook look;
    private final ConfirmedDelete confirmed;
    private final Untagging untagging;

    /**
     * Operations that delete.
     *
     * @param caller the way to the registry
     * @param addresses the registry
     * @param manifests looks at what is to be deleted
     * @param retries how often a deletion that was not heard of, or not taken, is tried again
     */
    public Deletions(Caller caller, Addresses addresses, Manifests manifests, int retries) {
        this.caller = caller;
        this.manifests = manifests;
        this.look = new ManifestLook(caller, addresses, manifests);
        this.confirmed = new ConfirmedDelete(caller, addresses, look, retries);
        this.untagging = new Untagging(caller, addresses, manifests, look, retries);
    }

    /**
     * Deletes a manifest after a look at it.
     *
     * @param repository the repository
     * @param digest the digest
     * @return what became of it
     */
    public DeleteResult deleteManifest(RepositoryName repository, Digest digest) {
        Deadline deadline = caller.deadline(Patience.DELETE);
        return look.before(repository, digest, deadline)
                ? send(repository, digest, deadline)
                : DeleteResult.of(Outcome.ALREADY_GONE);
    }

    /**
     * Deletes a manifest, after a look at it only if it was not read here before.
     *
     * @param repository the repository
     * @param manifest the manifest
     * @return what became of it
     */
    public DeleteResult deleteManifest(RepositoryName repository, Manifest manifest) {
        return manifests.hasRead(repository, manifest.digest())
                ? send(repository, manifest.digest(), caller.deadline(Patience.DELETE))
                : deleteManifest(repository, manifest.digest());
    }

    /**
     * Removes a tag.
     *
     * @param repository the repository
     * @param tag the tag
     * @return what became of it
     */
    public DeleteResult deleteTag(RepositoryName repository, Tag tag) {
        return untagging.remove(repository, tag, caller.deadline(Patience.DELETE));
    }

    private DeleteResult send(RepositoryName repository, Digest digest, Deadline deadline) {
        return confirmed.send(repository, digest, deadline);
    }
}
