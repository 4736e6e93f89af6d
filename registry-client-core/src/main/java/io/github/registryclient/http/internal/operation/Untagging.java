package io.github.registryclient.http.internal.operation;

import io.github.registryclient.DeleteResult;
import io.github.registryclient.error.TooManyRequestsException;
import io.github.registryclient.http.internal.endpoint.Addresses;
import io.github.registryclient.http.internal.endpoint.TagDelete;
import io.github.registryclient.http.internal.retry.RetryPolicy;
import io.github.registryclient.http.internal.time.Deadline;
import io.github.registryclient.http.internal.transport.Caller;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.Optional;

/**
 * Removes a tag. Where that was refused for now, or the credentials were, the tag is looked at anew before the next try, and left
 * alone if somebody pushed it meanwhile.
 */
final class Untagging {
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

    /** All its DELETEs and looks share the deadline, of which the DELETEs leave a part for the last look. */
    DeleteResult remove(RepositoryName repository, Tag tag, Deadline deadline) {
        TagDelete delete = new TagDelete(addresses, repository, tag);
        TagLook tagLook = new TagLook(addresses, manifests.within(deadline), repository, tag);
        TagRemoval removal = new TagRemoval(delete, tagLook, manifest -> look.after(repository, manifest, deadline));
        Deadline sending = deadline.leavingTimeForALook();
        Optional<Digest> manifest = tagLook.manifest();
        Request first = delete.request();
        Runnable requireNotMoved = () -> tagLook.requireNotMoved(manifest, first);
        for (int attempt = 1; true; attempt++) {
            Request request = first.asAttempt(attempt).lookedAtBefore(requireNotMoved);
            try {
                return removal.send(request, manifest, sent -> caller.call(sent, sending));
            } catch (TooManyRequestsException e) {
                boolean isLooking = !e.method().equals("DELETE"); // which was repeated already
                if (isLooking
                        || attempt > RetryPolicy.refusals(retries)
                        || RetryPolicy.isTooLong(e)
                        || !caller.awaitRepetition(request, e, attempt, sending)) {
                    throw e;
                }
            }
            requireNotMoved.run();
        }
    }
}
