package io.github.registryclient.http.internal.operation;

import io.github.registryclient.DeleteResult;
import io.github.registryclient.DeleteResult.Outcome;
import io.github.registryclient.error.CallInterruptedException;
import io.github.registryclient.error.ClientClosedException;
import io.github.registryclient.error.DeletionRefusedException;
import io.github.registryclient.error.ManifestVanishedException;
import io.github.registryclient.error.RegistryError;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.http.internal.answer.ErrorBody;
import io.github.registryclient.http.internal.endpoint.TagDelete;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.internal.Excerpt;
import io.github.registryclient.name.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** One DELETE of a tag, and a look afterwards: some registries take the manifest along (ECR with the last tag). */
final class TagRemoval {
    private static final String ACCEPTED = "the registry accepted it, but during the look whether the manifest stayed ";

    private final TagDelete delete;
    private final TagLook tag;
    private final Predicate<Digest> isStillThere;

    TagRemoval(TagDelete delete, TagLook tag, Predicate<Digest> isStillThere) {
        this.delete = delete;
        this.tag = tag;
        this.isStillThere = isStillThere;
    }

    /** Of a tag that was seen to point to this manifest, or to show none. */
    DeleteResult send(Request request, Optional<Digest> manifest, Function<Request, Reply> way) {
        Reply reply = way.apply(request);
        DeleteResult result = delete.read(reply);
        if (manifest.isEmpty()) {
            return result;
        }
        if (result.outcome() == Outcome.ALREADY_GONE) {
            requireGone(reply);
            return result;
        }
        return withManifest(manifest.get(), request, result);
    }

    private void requireGone(Reply reply) {
        if (tag.manifest().isPresent()) {
            throw new DeletionRefusedException(
                    ErrorBody.read(reply), "The registry shows this tag but refuses to delete it");
        }
    }

    private DeleteResult withManifest(Digest manifest, Request sent, DeleteResult accepted) {
        boolean there;
        try {
            there = isStillThere.test(manifest);
        } catch (ClientClosedException e) {
            throw new ClientClosedException(sent.method(), sent.shownUri(), ACCEPTED + "the client was closed", e);
        } catch (CallInterruptedException e) {
            throw new CallInterruptedException(
                    sent.method(), sent.shownUri(), ACCEPTED + "the thread was interrupted", e);
        } catch (RegistryException unseen) {
            return unproven(accepted, unseen);
        }
        if (!there) {
            throw new ManifestVanishedException(sent.method(), sent.shownUri(), manifest.toString(), null);
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
