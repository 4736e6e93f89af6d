package io.github.registryclient.http.internal.operation;

import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.error.RequestFailedException;
import io.github.registryclient.error.TooManyRequestsException;
import io.github.registryclient.error.UnverifiedDigestException;
import io.github.registryclient.http.internal.answer.Missing;
import io.github.registryclient.http.internal.endpoint.Addresses;
import io.github.registryclient.http.internal.endpoint.ManifestPresence;
import io.github.registryclient.http.internal.time.Deadline;
import io.github.registryclient.http.internal.transport.Caller;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;

/** Looks whether a manifest is there: by HEAD, and where that proves nothing by reading it. In the time of the deletion. */
final class ManifestLook {
    private final Caller caller;
    private final Addresses addresses;
    private final Manifests manifests;

    ManifestLook(Caller caller, Addresses addresses, Manifests manifests) {
        this.caller = caller;
        this.addresses = addresses;
        this.manifests = manifests;
    }

    /** The look before a DELETE: whether it is there; anything but a proof fails. */
    boolean before(RepositoryName repository, Digest digest, Deadline deadline) {
        return new ManifestPresence(addresses, repository, digest).send(caller.within(deadline))
                || canBeRead(repository, digest, deadline);
    }

    /** The look after a DELETE: the same, but a failure must not say that none was sent. */
    boolean after(RepositoryName repository, Digest digest, Deadline deadline) {
        try {
            return before(repository, digest, deadline);
        } catch (UnverifiedDigestException e) {
            throw new InvalidResponseException(
                    e.method(),
                    e.uri(),
                    "after the DELETE it cannot be seen whether the manifest is there: the answer proves neither",
                    e.getCause());
        }
    }

    private boolean canBeRead(RepositoryName repository, Digest digest, Deadline deadline) {
        try {
            manifests.within(deadline).get(repository, digest);
            return true;
        } catch (NotPermittedException | TooManyRequestsException e) {
            throw e;
        } catch (NotFoundException e) {
            if (!addresses.areOf(e.response().uri()) || !Missing.isSaid(e.response())) {
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
