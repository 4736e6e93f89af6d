package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.name.RepositoryName;

/**
 * Whether a repository is there for this account, told by a GET of its tags. Some registries answer for any name, so it has
 * to have a tag; others take no name of one segment (Harbor: 400) or tell nobody what they may not see (401, 403).
 */
public final class TagsPresence implements Endpoint<Boolean> {
    private final TagsGet tags;

    /**
     * Looks a repository up.
     *
     * @param addresses the registry
     * @param repository the repository
     * @param bodyLimit the largest page, in bytes
     */
    public TagsPresence(Addresses addresses, RepositoryName repository, int bodyLimit) {
        this.tags = new TagsGet(addresses, repository, "", bodyLimit);
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
                return false;
            default:
                return tags.read(reply).leadsToEntries();
        }
    }
}
