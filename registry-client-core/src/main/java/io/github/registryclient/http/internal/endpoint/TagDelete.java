package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.DeleteResult;
import io.github.registryclient.error.ErrorResponse;
import io.github.registryclient.error.TagDeletionUnsupportedException;
import io.github.registryclient.http.internal.answer.ErrorBody;
import io.github.registryclient.http.internal.transport.Patience;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;

/** DELETE of a tag, which leaves the manifest; 400 where the registry only deletes by digest. */
public final class TagDelete implements Endpoint<DeleteResult> {
    private final Addresses addresses;
    private final RepositoryName repository;
    private final Tag tag;

    /**
     * Deletes one tag.
     *
     * @param addresses the registry
     * @param repository the repository
     * @param tag the tag
     */
    public TagDelete(Addresses addresses, RepositoryName repository, Tag tag) {
        this.addresses = addresses;
        this.repository = repository;
        this.tag = tag;
    }

    @Override
    public Request request() {
        return Request.builder("DELETE", addresses.manifest(repository, tag))
                .repository(repository)
                .patience(Patience.DELETE)
                .sentOnce() // somebody may push the tag again meanwhile
                .build();
    }

    @Override
    public DeleteResult read(Reply reply) {
        switch (reply.status()) {
            case 200:
            case 202:
            case 204:
                return DeleteAnswers.accepted(reply);
            default:
                ErrorResponse response = ErrorBody.read(reply);
                if (isUnsupported(response)) {
                    throw new TagDeletionUnsupportedException(
                            response,
                            "This registry cannot remove a tag alone: delete the manifest by its digest, and all its tags"
                                    + " go with it. Nothing was deleted");
                }
                return DeleteAnswers.gone(reply);
        }
    }

    /** Distribution 2.8: 400 DIGEST_INVALID; Harbor: 400 UNSUPPORTED; Pulp: 400 INVALID_REQUEST. A 405 is about deletion as such. */
    static boolean isUnsupported(ErrorResponse response) {
        return response.status() == 400
                && (response.hasCode("DIGEST_INVALID")
                        || response.hasCode("UNSUPPORTED")
                        || response.hasCode("INVALID_REQUEST")
                        || response.hasCode("TAG_INVALID"));
    }
}
