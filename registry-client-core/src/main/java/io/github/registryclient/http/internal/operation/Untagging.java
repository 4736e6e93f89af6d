package io.github.registryclient.http.internal.operation;

import io.github.registryclient.DeleteResult;
import io.github.registryclient.DeleteResult.Outcome;
import io.github.registryclient.error.CallInterruptedException;
import io.github.registryclient.error.ClientClosedException;
import io.github.registryclient.error.DeletionRefusedException;
import io.github.registryclient.error.ManifestVanishedException;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.error.RegistryError;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.error.TooManyRequestsException;
import io.github.registryclient.http.internal.endpoint.Addresses;
import io.github.registryclient.http.internal.endpoint.ErrorBody;
import io.github.registryclient.http.internal.endpoint.Missing;
import io.github.registryclient.http.internal.endpoint.TagDelete;
import io.github.registryclient.http.internal.transport.Caller;
import io.github.registryclient.http.internal.transport.Deadline;
import io.github.registryclient.http.internal.transport.Patience;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.http.internal.transport.RetryPolicy;
import io.github.registryclient.internal.Excerpt;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Removing a tag, with a look before and after: some registries take the manifest along (ECR with the last tag). */
final class Untagging {
    private static final String ACCEPTED = "the registry accepted it, but during the look whether the manifest stayed ";

    private final Caller caller;
    private final Addresses addresses;
    private final Manifests manifests;
    private final ManifestLook look;
    private final int retries;

    Untagging(Caller caller, Addresses addresses, Manifests manifests, ManifestLook look, int retries) {
        this.caller = caller;
        this.addresses = addresses;
        this.manifests = manifests;
        this.look = look;
        this.retries = retries;
    }

    /** Where it was refused for now, the tag is looked at anew before the next try; the host's gate waits as long as it has to. */
    DeleteResult remove(RepositoryName repository, Tag tag) {
        Deadline deadline = caller.deadline(Patience.DELETE);
        for (int refusals = 1; true; refusals++) {
            try {
                return removeOnce(repository, tag, deadline);
            } catch (TooManyRequestsException e) {
                boolean isLooking = !e.method().equals("DELETE"); // which was repeated already
                if (isLooking
                        || refusals > RetryPolicy.refusals(retries)
                        || RetryPolicy.isTooLong(e)
                        || deadline.leftMillis() == 0) {
                    throw e;
                }
            }
        }
    }

    private DeleteResult removeOnce(RepositoryName repository, Tag tag, Deadline deadline) {
        Optional<Digest> manifest = resolve(repository, tag);
        TagDelete delete = new TagDelete(addresses, repository, tag);
        Reply reply = caller.call(delete.request(), deadline);
        DeleteResult result = delete.read(reply);
        if (manifest.isEmpty()) {
            return result;
        }
        if (result.outcome() == Outcome.ALREADY_GONE) {
            requireGone(repository, tag, reply);
            return result;
        }
        return withManifest(repository, manifest.get(), delete.request(), result);
    }

    /** Empty if the registry shows no manifest: the tag is gone, or listed without one; the DELETE tells which. */
    private Optional<Digest> resolve(RepositoryName repository, Tag tag) {
        try {
            return Optional.of(manifests.resolve(repository, tag));
        } catch (NotFoundException e) {
            if (!Missing.isSaidBy(addresses, e.response())) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private void requireGone(RepositoryName repository, Tag tag, Reply reply) {
        if (resolve(repository, tag).isPresent()) {
            throw new DeletionRefusedException(
                    ErrorBody.read(reply), "The registry shows this tag but refuses to delete it");
        }
    }

    private DeleteResult withManifest(
            RepositoryName repository, Digest manifest, Request delete, DeleteResult accepted) {
        boolean there;
        try {
            there = look.after(repository, manifest);
        } catch (ClientClosedException e) {
            throw new ClientClosedException(delete.method(), delete.shownUri(), ACCEPTED + "the client was closed", e);
        } catch (CallInterruptedException e) {
            throw new CallInterruptedException(
                    delete.method(), delete.shownUri(), ACCEPTED + "the thread was interrupted", e);
        } catch (RegistryException unseen) {
            return unproven(accepted, unseen);
        }
        if (!there) {
            throw new ManifestVanishedException(delete.method(), delete.shownUri(), manifest.toString(), null);
        }
        return accepted;
    }

    /** The DELETE was accepted, so its success must not be lost in the failure of a look. */
    private static DeleteResult unproven(DeleteResult accepted, RegistryException unseen) {
        List<RegistryError> errors = new ArrayList<>(accepted.errors());
        errors.add(RegistryError.builder()
                .code("")
                .message("whether the manifest is still there could not be seen: "
                        + Excerpt.of(String.valueOf(unseen.getMessage())))
                .build());
        return DeleteResult.partial(errors);
    }
}
