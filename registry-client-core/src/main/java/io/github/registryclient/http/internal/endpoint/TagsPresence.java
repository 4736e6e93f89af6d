package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.error.ErrorResponse;
import io.github.registryclient.error.IncompleteListingException;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.internal.Excerpt;
import io.github.registryclient.name.RepositoryName;
import java.util.stream.Stream;

/**
 * Whether a repository that a catalog may have lost is there for this account, told by a GET of its tags. Some registries answer
 * for any name, so it has to have a tag; others take no name of one segment (Harbor: 400) or tell nobody what they may not see
 * (401, 403). Only the registry's own words make a no: what stands before it knows nothing of its repositories.
 */
public final class TagsPresence implements Endpoint<Boolean> {
    private final TagsGet tags;
    private final RepositoryName repository;

    /**
     * Looks a repository up.
     *
     * @param addresses the registry
     * @param repository the repository
     * @param bodyLimit the largest page, in bytes
     */
    public TagsPresence(Addresses addresses, RepositoryName repository, int bodyLimit) {
        this.tags = new TagsGet(addresses, repository, "", bodyLimit);
        this.repository = repository;
    }

    @Override
    public Request request() {
        return tags.request();
    }

    @Override
    public Boolean read(Reply reply) {
        switch (reply.status()) {
            case 400:
            case 401:
            case 403:
            case 404:
                return requireNo(reply);
            default:
                return tags.read(reply).leadsToEntries();
        }
    }

    private boolean requireNo(Reply reply) {
        ErrorResponse response = ErrorBody.read(reply);
        boolean ownWords = !Evidence.isHtml(reply)
                && response.errors().stream().anyMatch(error -> !error.code().isEmpty());
        if (ownWords && (reply.status() != 404 || saysUnknown(response))) {
            return false;
        }
        throw new IncompleteListingException(
                response.method(),
                response.uri(),
                "the catalog may have lost the repository " + Excerpt.of(repository.toString())
                        + " between two pages, and whether it is there cannot be told from an answer that is not"
                        + " the registry's own (" + response.summary() + ")",
                null);
    }

    /** Harbor says {@code NOT_FOUND}. */
    private static boolean saysUnknown(ErrorResponse response) {
        return Stream.of("NAME_UNKNOWN", "NOT_FOUND", "NAME_INVALID").anyMatch(response::hasCode);
    }
}
