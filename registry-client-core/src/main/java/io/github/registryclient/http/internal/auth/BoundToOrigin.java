package io.github.registryclient.http.internal.auth;

import io.github.registryclient.http.internal.address.Origin;
import io.github.registryclient.http.internal.time.Deadline;
import io.github.registryclient.http.internal.transport.RedirectPolicy;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.http.internal.transport.Transport;

/**
 * Adds the credentials of a request for a token at the token server's own origin. A redirect to another one is refused where
 * there are any: without them the answer would be a token for nobody, with which listings come short.
 */
final class BoundToOrigin implements Transport {
    private final Transport below;
    private final Origin origin;
    private final Authorization authorization;

    BoundToOrigin(Transport below, Origin origin, Authorization authorization) {
        this.below = below;
        this.origin = origin;
        this.authorization = authorization;
    }

    @Override
    public Reply send(Request request, Deadline deadline) throws InterruptedException {
        if (authorization.scheme() == Authorization.Scheme.NONE) {
            return below.send(request, deadline);
        }
        Origin target = request.origin();
        if (!target.equals(origin)) {
            throw RedirectPolicy.refused(
                    request, "of a request for a token, with credentials for " + origin + ", to " + target);
        }
        return below.send(authorization.on(request), deadline).withoutSecrets(request);
    }
}
