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

/**
 * Deleting: no DELETE is sent for a digest that was not seen to be a manifest's. Each has one deadline for all of it, and is one
 * account's.
 */
public final class Deletions {
    private final Caller caller;
    private final Addresses addresses;
    private final Manifests manifests;
    private final int retries;

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
        this.addresses = addresses;
        this.manifests = manifests;
        this.retries = retries;
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
        Caller one = caller.asOne();
        return look(one).before(repository, digest, deadline)
                ? confirmed(one).send(repository, digest, deadline)
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
                ? confirmed(caller.asOne()).send(repository, manifest.digest(), caller.deadline(Patience.DELETE))
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
        Caller one = caller.asOne();
        return new Untagging(one, addresses, manifests.by(one), look(one), retries)
                .remove(repository, tag, caller.deadline(Patience.DELETE));
    }

    private ConfirmedDelete confirmed(Caller one) {
        return new ConfirmedDelete(one, addresses, look(one), retries);
    }

    private ManifestLook look(Caller one) {
        return new ManifestLook(one, addresses, manifests.by(one));
    }
}
