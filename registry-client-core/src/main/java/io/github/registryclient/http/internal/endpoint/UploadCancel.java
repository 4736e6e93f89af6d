package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.http.event.Route;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.name.RepositoryName;
import java.net.URI;

/** DELETE of an open upload that nobody needs; whatever the registry says, it expires by itself. */
public final class UploadCancel implements Endpoint<Boolean> {
    private final URI location;
    private final RepositoryName repository;

    /**
     * Cancels one upload.
     *
     * @param location where the registry wanted it
     * @param repository the repository
     */
    public UploadCancel(URI location, RepositoryName repository) {
        this.location = location;
        this.repository = repository;
    }

    @Override
    public Request request() {
        return Request.builder("DELETE", location)
                .serverMade()
                .route(Route.UPLOADS)
                .repository(repository)
                .build();
    }

    @Override
    public Boolean read(Reply reply) {
        return reply.status() >= 200 && reply.status() < 300;
    }
}
