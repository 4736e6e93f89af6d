package io.github.registryclient.http.internal.operation;

import io.github.registryclient.DeleteResult;
import io.github.registryclient.DeleteResult.Outcome;
import io.github.registryclient.error.DeadlineExceededException;
import io.github.registryclient.error.DeletionRefusedException;
import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.error.RedirectRefusedException;
import io.github.registryclient.error.RegistryError;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.error.RequestFailedException;
import io.github.registryclient.error.UnreachableException;
import io.github.registryclient.http.internal.answer.ErrorBody;
import io.github.registryclient.http.internal.endpoint.Addresses;
import io.github.registryclient.http.internal.endpoint.ManifestDelete;
import io.github.registryclient.http.internal.time.Deadline;
import io.github.registryclient.http.internal.transport.Caller;
import io.github.registryclient.http.internal.transport.Causes;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.internal.Excerpt;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends the DELETE of a manifest by digest until it is known what became of it: where the answer is missing or says that
 * something is in trouble, the manifest is looked at, and only if it is still there the DELETE is sent again, after a wait. By
 * digest that does no more than was asked for. Where it is gone after all, its tags may be left (distribution removes them
 * last). All its DELETEs and looks share one deadline, of which the DELETEs leave a part for the last look.
 */
final class ConfirmedDelete {
    private final Caller caller;
    private final Addresses addresses;
    private final ManifestLook look;
    private final int retries;

    ConfirmedDelete(Caller caller, Addresses addresses, ManifestLook look, int retries) {
        this.caller = caller;
        this.addresses = addresses;
        this.look = look;
        this.retries = retries;
    }

    DeleteResult send(RepositoryName repository, Digest digest, Deadline deadline) {
        ManifestDelete delete = new ManifestDelete(addresses, repository, digest);
        RequestFailedException unclear = null;
        Deadline sending = deadline.leavingTimeForALook();
        for (int attempt = 1; true; attempt++) {
            Request request = delete.request().asAttempt(attempt);
            try {
                Reply reply = caller.call(request, sending);
                return judged(reply, delete.read(reply), unclear, () -> look.after(repository, digest, deadline));
            } catch (RequestFailedException e) {
                if (!isUnclear(e) || retries == 0) {
                    throw e;
                }
                if (isGone(repository, digest, e, deadline)) {
                    return goneUnheard(e);
                }
                if (attempt > mostRepetitions(e) || !caller.awaitRepetition(request, e, attempt, sending)) {
                    throw e;
                }
                unclear = e;
            }
        }
    }

    /** Quay answers 404 to the DELETE of a manifest without tags and goes on showing it: then it is not gone. */
    private DeleteResult judged(
            Reply reply, DeleteResult result, @Nullable RequestFailedException unclear, BooleanSupplier isStillThere) {
        if (result.outcome() != Outcome.ALREADY_GONE) {
            return result;
        }
        if (isStillThere.getAsBoolean()) {
            throw new DeletionRefusedException(
                    ErrorBody.read(reply),
                    "The registry shows this manifest but refuses to delete it by digest; on Quay delete its tags");
        }
        return unclear == null ? result : goneUnheard(unclear);
    }

    /** Whether the registry may have carried it out although it did not say so. */
    private static boolean isUnclear(RequestFailedException failure) {
        if (failure instanceof ErrorResponseException) {
            return isTrouble(((ErrorResponseException) failure).status());
        }
        if (failure instanceof InvalidResponseException) {
            return !(failure instanceof RedirectRefusedException);
        }
        return failure instanceof NoResponseException
                && !(failure instanceof UnreachableException)
                && !Causes.isEndedHere(failure);
    }

    private static boolean isTrouble(int status) {
        return status == 408 || status == 499 || status >= 500 && status != 501;
    }

    private boolean isGone(
            RepositoryName repository, Digest digest, RequestFailedException unclear, Deadline deadline) {
        try {
            return !look.after(repository, digest, deadline);
        } catch (RegistryException blind) {
            unclear.addSuppressed(blind);
            throw unclear;
        }
    }

    /** Time that is used up is not there a second time; storage in trouble seldom recovers; an answer that breaks HTTP never. */
    private int mostRepetitions(RequestFailedException unclear) {
        if (unclear instanceof DeadlineExceededException || unclear instanceof InvalidResponseException) {
            return 0;
        }
        return unclear instanceof NoResponseException ? retries : 1;
    }

    private static DeleteResult goneUnheard(RequestFailedException unclear) {
        return DeleteResult.partial(List.of(RegistryError.builder()
                .code("")
                .message("the manifest is gone, but whether its tags are could not be heard: "
                        + Excerpt.of(String.valueOf(unclear.getMessage())))
                .build()));
    }
}
