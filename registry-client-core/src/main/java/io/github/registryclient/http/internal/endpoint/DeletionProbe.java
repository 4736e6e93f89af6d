package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.Capabilities.Deletion;
import io.github.registryclient.error.ErrorResponse;
import io.github.registryclient.http.internal.answer.ErrorBody;
import io.github.registryclient.http.internal.answer.Missing;
import io.github.registryclient.http.internal.answer.Refusals;
import io.github.registryclient.http.internal.transport.Patience;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;

/** DELETE of a digest that nobody has: harmless, and its refusal tells whether deletion is on. */
public final class DeletionProbe implements Endpoint<Deletion> {
    private final Addresses addresses;
    private final RepositoryName repository;
    private final Digest nobodys;

    /**
     * Probes.
     *
     * @param addresses the registry
     * @param repository the repository
     * @param nobodys a random digest
     */
    public DeletionProbe(Addresses addresses, RepositoryName repository, Digest nobodys) {
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
    public Deletion read(Reply reply) {
        ErrorResponse response = ErrorBody.read(reply);
        switch (reply.status()) {
            case 404:
                return Missing.isSaid(response) ? Deletion.ENABLED : Deletion.UNKNOWN;
            case 405:
                return response.errors().isEmpty() ? Deletion.READ_ONLY : unsupported(response);
            case 401:
            case 403:
                return Deletion.NOT_PERMITTED;
            case 429:
                throw Refusals.of(reply);
            default:
                return response.status() == 400 && response.hasCode("UNSUPPORTED") ? Deletion.OFF : Deletion.UNKNOWN;
        }
    }

    private static Deletion unsupported(ErrorResponse response) {
        return response.hasCode("UNSUPPORTED") ? Deletion.OFF : Deletion.UNKNOWN;
    }
}
