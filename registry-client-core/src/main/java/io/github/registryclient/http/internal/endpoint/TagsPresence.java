package io.github.registryclient.http.internal.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.registryclient.error.ErrorResponse;
import io.github.registryclient.error.IncompleteListingException;
import io.github.registryclient.http.internal.answer.ErrorBody;
import io.github.registryclient.http.internal.answer.Evidence;
import io.github.registryclient.http.internal.answer.Missing;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.internal.Excerpt;
import io.github.registryclient.name.RepositoryName;
import java.util.Optional;

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
        if (!Evidence.isHtml(reply) && isNo(reply, response)) {
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

    private static boolean isNo(Reply reply, ErrorResponse response) {
        if (reply.status() == 404) {
            return Missing.isSaid(response) || response.hasCode("NAME_INVALID") || isWordless(reply);
        }
        return response.errors().stream().anyMatch(error -> !error.code().isEmpty());
    }

    /** Gitea names the API and announces an empty body, which none that was cut is; Artifactory's entries have a status. */
    private static boolean isWordless(Reply reply) {
        JsonNode status = reply.json().path("errors").path(0).path("status");
        boolean empty =
                reply.body().size() == 0 && reply.header("Content-Length").equals(Optional.of("0"));
        return reply.header(Evidence.API_VERSION).isPresent() && (empty || status.isInt() && status.intValue() == 404);
    }
}
