package io.github.registryclient.http.internal.auth;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.http.internal.address.Origin;
import io.github.registryclient.http.internal.time.Deadline;
import io.github.registryclient.http.internal.transport.RedirectPolicy;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.http.internal.transport.Transport;
import java.net.URI;

/**
 * Proves who is asking, only to the registry's own origin. The registry says once how it wants that; from then on it is done
 * unasked, and a refusal is answered at most once in each way there is, see {@link Attempts}.
 */
final class AuthenticatingTransport implements Transport {
    private final Transport below;
    private final Wallet wallet;
    private final Preflights preflights;
    private final Origin registry;

    AuthenticatingTransport(Transport below, Wallet wallet, Preflights preflights, URI root) {
        this.below = below;
        this.wallet = wallet;
        this.preflights = preflights;
        this.registry = Origin.of(root);
    }

    @Override
    public Reply send(Request request, Deadline deadline) throws InterruptedException {
        if (!request.origin().equals(registry)) {
            requireNoShortPage(request, deadline);
            return below.send(request, deadline);
        }
        Preparation preparation = new Preparation(request, deadline);
        Credentials credentials = wallet.credentials(request, deadline);
        Preflight preflight = preflights.of(credentials);
        Session session = preflight.session();
        Access access = Access.of(request);
        boolean catalog = access.use() == Use.CATALOG;
        if (mustAskFirst(preflight, credentials, catalog)) {
            var unused = preflight.offers(request, deadline, credentials);
            if (catalog && session.known() == null) {
                throw preflight.refusal(); // nobody's catalog may look whole and be shorter
            }
        }
        Reply reply = new Attempts(session, preflight, below, access, credentials, preparation).reply();
        return reply.request() == request ? reply : reply.withoutSecrets(request);
    }

    /** Storage needs no credentials; who lists may show nobody less than an account sees, and with status 200. */
    private void requireNoShortPage(Request request, Deadline deadline) {
        Credentials credentials = request.isPage() ? wallet.credentials(request, deadline) : Credentials.anonymous();
        if (request.isPage()) {
            Identity.requireSame(request, credentials, 200);
        }
        if (!credentials.isAnonymous()) {
            throw RedirectPolicy.refused(
                    request,
                    "of a listing from " + registry + " to " + request.origin()
                            + ", where no credentials go: without them it may be short. If the registry is there, give"
                            + " its URL");
        }
    }

    /** Where what is known is in doubt, or there are credentials and nothing is known of how they are wanted. */
    private static boolean mustAskFirst(Preflight preflight, Credentials credentials, boolean catalog) {
        Session session = preflight.session();
        boolean unknown = session.known() == null && (catalog || !preflight.wasUnclear());
        return session.isDoubtful() || !credentials.isAnonymous() && unknown;
    }
}
