package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.Capabilities.Support;
import io.github.registryclient.error.ErrorResponse;
import io.github.registryclient.http.internal.answer.ErrorBody;
import io.github.registryclient.http.internal.answer.Missing;
import io.github.registryclient.http.internal.answer.Refusals;
import io.github.registryclient.http.internal.transport.Patience;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;

/** DELETE of a tag that nobody has: 404 where tags can be deleted, 400 where only digests can. */
public final class TagDeletionProbe implements Endpoint<Support> {
    private final Addresses addresses;
    private final RepositoryName repository;
    private final Tag nobodys;

    /**
     * Probes.
     *
     * @param addresses the registry
     * @param repository the repository
     * @param nobodys a random tag
     */
    public TagDeletionProbe(Addresses addresses, RepositoryName repository, Tag nobodys) {
        this.addresses = addresses;
        this.repository = repository;
        this.nobodys = nobodys;
    }

    @Override
    public Request request() {
        return Request.builder("DELETE", addresses.manifest(repository, nobodys))
                .repository(repository)
                .patience(Patience.DELETE)
                .harmless()
                .build();
    }

    @Override
    public Support read(Reply reply) {
        if (reply.status() == 429) {
            throw Refusals.of(reply);
        }
        ErrorResponse response = ErrorBody.read(reply);
        if (reply.status() == 404 && Missing.isSaid(response)) {
            return Support.YES;
        }
        return TagDelete.isUnsupported(response) ? Support.NO : Support.UNKNOWN;
    }
}
