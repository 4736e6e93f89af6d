package io.github.registryclient.http.internal.transport;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.error.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Adds credentials, only for the registry's own origin: sent when the registry has asked for them, and from then on without
 * being asked. A refusal is answered at most once, with credentials that the provider has renewed.
 */
final class AuthenticatingTransport implements Transport {
    private final Transport below;
    private final Origin registry;
    private final CredentialsProvider provider;
    private final boolean plainHttpAllowed;
    private volatile boolean basicWanted;

    AuthenticatingTransport(Transport below, Origin registry, CredentialsProvider provider, boolean plainHttpAllowed) {
        this.below = below;
        this.registry = registry;
        this.provider = provider;
        this.plainHttpAllowed = plainHttpAllowed || PrivateHosts.isLoopback(registry.host());
    }

    @Override
    public Reply send(Request request, Deadline deadline) throws InterruptedException {
        if (!Origin.of(request.uri()).equals(registry)) {
            return below.send(request, deadline);
        }
        Credentials sent = basicWanted ? credentials(request) : Credentials.anonymous();
        Reply reply = below.send(authorized(request, sent), deadline);
        if (reply.status() != 401 || !offersBasic(reply.headers("WWW-Authenticate"))) {
            return reply;
        }
        Credentials next = sent.isAnonymous()
                ? credentials(request)
                : provider.refresh(registry.authority(), request.repository(), sent);
        if (next.isAnonymous() || next.equals(sent)) {
            return reply;
        }
        basicWanted = true;
        return below.send(authorized(request, next), deadline);
    }

    private Credentials credentials(Request request) {
        return provider.credentials(registry.authority(), request.repository());
    }

    private Request authorized(Request request, Credentials credentials) {
        if (credentials.isAnonymous()) {
            return request;
        }
        if (registry.isPlain() && !plainHttpAllowed) {
            throw new InvalidInputException("refusing to send credentials over plain http to " + registry
                    + ": use https, or allow it with allowPlainHttpCredentials()");
        }
        String pair = credentials.username() + ":" + credentials.password();
        String value = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return request.with(new Header("Authorization", value));
    }

    private static boolean offersBasic(List<String> challenges) {
        return challenges.stream()
                .map(challenge -> challenge.toLowerCase(Locale.ROOT))
                .anyMatch(challenge -> challenge.startsWith("basic") || challenge.contains(", basic "));
    }
}
