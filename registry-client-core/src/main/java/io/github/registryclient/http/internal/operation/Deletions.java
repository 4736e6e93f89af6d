package io.github.registryclient.http.internal.operation;

import io.github.registryclient.DeleteResult;
import io.github.registryclient.DeleteResult.Outcome;
import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.error.RequestFailedException;
import io.github.registryclient.error.TooManyRequestsException;
import io.github.registryclient.error.UnverifiedDigestException;
import io.github.registryclient.http.internal.endpoint.Addresses;
import io.github.registryclient.http.internal.endpoint.ManifestDelete;
import io.github.registryclient.http.internal.endpoint.ManifestPresence;
import io.github.registryclient.http.internal.endpoint.TagDelete;
import io.github.registryclient.http.internal.transport.Caller;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;

/** Deleting: no DELETE is sent for a digest that was not seen to be a manifest's. */
public final class Deletions {
    private final Caller caller;
    private final Addresses addresses;
    private final Manifests manifests;

    /**
     * Operations that delete.
     *
     * @param caller the way to the registry
     * @param addresses the registry
     * @param manifests looks at what is to be deleted
     */
    public Deletions(Caller caller, Addresses addresses, Manifests manifests) {
        this.caller = caller;
        this.addresses = addresses;
        this.manifests = manifests;
    }

    /**
     * Deletes a manifest after a look at it.
     *
     * @param repository the repository
     * @param digest the digest
     * @return what became of it
     */
    public DeleteResult manifest(RepositoryName repository, Digest digest) {
        return isThere(repository, digest) ? send(repository, digest) : DeleteResult.of(Outcome.ALREADY_GONE);
    }

    /**
     * Deletes a manifest, after a look at it only if it was not read here before.
     *
     * @param repository the repository
     * @param manifest the manifest
     * @return what became of it
     */
    public DeleteResult manifest(RepositoryName repository, Manifest manifest) {
        return manifests.hasRead(repository, manifest.digest())
                ? send(repository, manifest.digest())
                : manifest(repository, manifest.digest());
    }

    /**
     * Removes a tag.
     *
     * @param repository the repository
     * @param tag the tag
     * @return what became of it
     */
    public DeleteResult tag(RepositoryName repository, Tag tag) {
        return new TagDelete(addresses, repository, tag).on(caller);
    }

    private DeleteResult send(RepositoryName repository, Digest digest) {
        return new ManifestDelete(addresses, repository, digest).on(caller);
    }

    private boolean isThere(RepositoryName repository, Digest digest) {
        switch (new ManifestPresence(addresses, repository, digest).on(caller)) {
            case CONFIRMED:
                return true;
            case GONE:
                return false;
            default:
                return canBeRead(repository, digest);
        }
    }

    private boolean canBeRead(RepositoryName repository, Digest digest) {
        try {
            manifests.get(repository, digest);
            return true;
        } catch (NotPermittedException | TooManyRequestsException e) {
            throw e;
        } catch (NotFoundException e) {
            if (e.errors().isEmpty()) {
                throw unverified(e, "something answered 404 that does not speak like the registry");
            }
            return false;
        } catch (ErrorResponseException e) {
            throw unverified(e, "the registry does not show it as a manifest (status " + e.status() + ")");
        } catch (InvalidResponseException e) {
            throw unverified(e, "what the registry shows is no manifest of this digest");
        }
    }

    private static UnverifiedDigestException unverified(RequestFailedException cause, String what) {
        return new UnverifiedDigestException(cause.method(), cause.uri(), what, cause);
    }
}
