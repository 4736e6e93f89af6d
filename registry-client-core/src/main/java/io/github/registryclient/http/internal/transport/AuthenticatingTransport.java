package io.github.registryclient.http.internal.transport;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.http.internal.address.Origin;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Adds credentials, only for the registry's own origin: sent when the registry has asked for them, and from then on without
 * being asked. A refusal is answered at most once, with credentials that the provider has renewed.
 */
final class AuthenticatingTransport implements Transport {
    private static final Pattern BASIC = Pattern.compile("(?i)(?:^|,)\\s*basic(?:\\s|,|$)");

    private final Transport below;
    private final Origin registry;
    private final CredentialsProvider provider;
    private final PlainHttp plainHttp;
    private volatile boolean basicWanted;

    AuthenticatingTransport(Transport below, Origin registry, CredentialsProvider provider, PlainHttp plainHttp) {
        this.below = below;
        this.registry = registry;
        this.provider = provider;
        this.plainHttp = plainHttp;
    }

    @Override
    public Reply send(Request request, Deadline deadline) throws InterruptedException {
        if (!Origin.of(request.uri()).equals(registry)) {
            return below.send(request, deadline);
        }
        Credentials sent = basicWanted ? credentials(request) : Credentials.anonymous();
        Reply reply = sent.isAnonymous() ? below.send(request, deadline) : withCredentials(request, sent, deadline);
        if (sent.isAnonymous() && wantsBasic(reply)) {
            sent = credentials(request);
            reply = sent.isAnonymous() ? reply : withCredentials(request, sent, deadline);
        }
        if (!sent.isAnonymous() && wantsBasic(reply)) {
            Credentials renewed = sendable(given(provider.refresh(registry.authority(), request.repository(), sent)));
            reply = renewed.isAnonymous() || renewed.equals(sent) ? reply : withCredentials(request, renewed, deadline);
        }
        return reply;
    }

    private Reply withCredentials(Request request, Credentials credentials, Deadline deadline)
            throws InterruptedException {
        Request authorized = authorized(request, credentials);
        basicWanted = true;
        return below.send(authorized, deadline)
                .withoutSecrets(request); // who follows a redirect must not carry them along
    }

    private Credentials credentials(Request request) {
        return sendable(given(provider.credentials(registry.authority(), request.repository())));
    }

    private Credentials given(@Nullable Credentials credentials) {
        if (credentials == null) {
            throw new InvalidInputException(
                    "the credentials provider " + provider.getClass().getName() + " gave null for " + registry
                            + ": where there are none, it gives Credentials.anonymous()");
        }
        return credentials;
    }

    /** A token is no password: where only Basic is spoken, it is as good as nothing. */
    private static Credentials sendable(Credentials credentials) {
        return credentials.kind() == Credentials.Kind.BASIC ? credentials : Credentials.anonymous();
    }

    private Request authorized(Request request, Credentials credentials) {
        if (registry.isPlain() && !plainHttp.mayCarryCredentials(request.uri())) {
            throw new InvalidInputException("refusing to send credentials over plain http to " + registry
                    + ": use https, or allow it with allowPlainHttpCredentials()");
        }
        String value = "Basic " + Secrets.pair(credentials);
        return request.with(new Header("Authorization", value), Secrets.of(credentials));
    }

    private static boolean wantsBasic(Reply reply) {
        return reply.status() == 401
                && reply.headers("WWW-Authenticate").stream()
                        .anyMatch(challenge -> BASIC.matcher(challenge).find());
    }
}
