package io.github.registryclient.http.internal.auth;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.http.internal.address.Origin;
import io.github.registryclient.http.internal.time.Deadline;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.http.internal.transport.Transport;

/**
 * Proves who is asking, only to the registry's own origin. The registry says once how it wants that; from then on it is done
 * unasked, and a refusal is answered at most once in each way there is, see {@link Attempts}.
 */
final class AuthenticatingTransport implements Transport {
    private final Transport below;
    private final Session session;
    private final Preflight preflight;
    private final Origin registry;

    AuthenticatingTransport(Transport below, Session session, AuthSettings settings) {
        this.session = session;
        this.registry = Origin.of(settings.root());
        this.below = below;
        this.preflight = new Preflight(below, settings.root(), settings.redirects(), session);
    }

    @Override
    public Reply send(Request request, Deadline deadline) throws InterruptedException {
        if (!request.origin().equals(registry)) {
            return below.send(request, deadline);
        }
        Credentials credentials = session.wallet().credentials(request, deadline);
        Access access = Access.of(request);
        boolean catalog = access.use() == Use.CATALOG;
        if (mustAskFirst(credentials, catalog)) {
            var unused = preflight.offers(request, deadline, credentials);
            if (catalog && session.known() == null) {
                throw preflight.refusal(); // nobody's catalog may look whole and be shorter
            }
        }
        Reply reply = new Attempts(session, preflight, below, request, access, credentials, deadline).reply();
        return reply.request() == request ? reply : reply.withoutSecrets(request);
    }

    /** Where what is known is in doubt, or there are credentials and nothing is known of how they are wanted. */
    private boolean mustAskFirst(Credentials credentials, boolean catalog) {
        boolean unknown = session.known() == null && (catalog || !preflight.wasUnclear());
        return session.isDoubtful() || !credentials.isAnonymous() && unknown;
    }
}
