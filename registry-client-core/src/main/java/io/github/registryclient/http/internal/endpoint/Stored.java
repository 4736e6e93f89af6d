package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.error.RegistryError;
import io.github.registryclient.http.internal.answer.Evidence;
import io.github.registryclient.http.internal.answer.Refusals;
import io.github.registryclient.http.internal.answer.SuccessBody;
import io.github.registryclient.http.internal.transport.Lifecycle;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.internal.Excerpt;
import io.github.registryclient.name.Digest;
import java.util.List;

/** Whether a success may be taken for one by a caller who will rely on what was stored. */
final class Stored {
    private Stored() {}

    /** A page for people stored nothing, and a body with errors takes its status back. */
    static void require(Reply reply) {
        if (Evidence.isPage(reply)) {
            throw Refusals.notARegistry(reply);
        }
        List<RegistryError> errors = SuccessBody.errors(reply);
        if (!errors.isEmpty()) {
            throw unproven(reply, "status " + reply.status() + ", but with it came " + Excerpt.of(errors.toString()));
        }
    }

    /** The same, of a blob that must not be stored as another one. */
    static void require(Reply reply, Digest digest) {
        require(reply);
        ContentDigest.claimed(reply)
                .filter(claimed -> ContentDigest.contradicts(digest, claimed))
                .ifPresent(claimed -> {
                    throw unproven(reply, "the registry has the blob as " + claimed + " instead of " + digest);
                });
    }

    static InvalidResponseException unproven(Reply reply, String what) {
        return reply.invalid(what + Lifecycle.effect(reply.request()));
    }
}
