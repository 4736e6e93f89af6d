package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.http.event.Route;
import io.github.registryclient.http.internal.answer.Refusals;
import io.github.registryclient.http.internal.transport.Patience;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;

/**
 * PUT of a whole blob to an open upload; the query that the registry gave is kept byte for byte. True if it was stored, false if
 * it was only accepted.
 */
public final class UploadFinish implements Endpoint<Boolean> {
    private final URI location;
    private final RepositoryName repository;
    private final Digest digest;
    private final BodyPublisher content;

    /**
     * Sends the content.
     *
     * @param location where the registry wants it
     * @param repository the repository
     * @param digest the content's digest
     * @param content the content, publishable again
     */
    public UploadFinish(URI location, RepositoryName repository, Digest digest, BodyPublisher content) {
        this.location = location;
        this.repository = repository;
        this.digest = digest;
        this.content = content;
    }

    @Override
    public Request request() {
        String separator = location.getRawQuery() == null ? "?" : "&";
        return Request.builder("PUT", URI.create(location + separator + "digest=" + digest))
                .serverMade()
                .route(Route.UPLOADS)
                .repository(repository)
                .patience(Patience.TRANSFER)
                .header("Content-Type", "application/octet-stream")
                .body(content)
                .build();
    }

    /** 202 is no success of this request: some registries store later. */
    @Override
    public Boolean read(Reply reply) {
        if (reply.status() != 201 && reply.status() != 202) {
            throw Refusals.of(reply);
        }
        Stored.require(reply, digest);
        return reply.status() == 201;
    }
}
