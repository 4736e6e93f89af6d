package io.github.registryclient.http.internal.auth;

import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.error.TokenUnavailableException;
import io.github.registryclient.http.internal.address.Origin;
import io.github.registryclient.http.internal.time.Deadline;
import io.github.registryclient.http.internal.transport.NotSent;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.http.internal.transport.Transport;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Which token server a client gives credentials. A registry that is taken over must not send them after somebody else by naming
 * another one: the first is kept to, for all accounts and their later passwords, unless the user listed those that may be had. It
 * is no more kept to where it was certainly never reached, so that a realm that was wrong can be mended. Thread-safe.
 *
 * <p>Source: distribution, "OAuth2 token authentication": a refresh token goes nowhere but where it came from.
 */
final class RealmPins {
    private @Nullable Origin kept;
    private boolean reached;
    private int underWay;

    /**
     * What takes credentials to a realm and nowhere else.
     *
     * @throws TokenUnavailableException if it is not listed, or not the one that is kept to, when it is used
     */
    Transport to(Realm realm, Transport below, TokenServers servers, URI root) {
        Origin origin = Origin.of(realm.uri());
        if (!servers.areListed()) {
            return (request, deadline) -> {
                enter(origin, root, request);
                return send(below, request, deadline);
            };
        }
        if (servers.contain(origin) || origin.equals(Origin.of(root))) {
            return below;
        }
        return (request, deadline) -> {
            throw refused(
                    root, request, origin + " is not among the tokenServers(...). Add it there if it is to be trusted");
        };
    }

    private Reply send(Transport below, Request request, Deadline deadline) throws InterruptedException {
        boolean sent = true;
        try {
            return below.send(request, deadline);
        } catch (NoResponseException e) {
            sent = !NotSent.isToldBy(e);
            throw e;
        } finally {
            leave(sent);
        }
    }

    /** Kept before anything is sent, so that of two that are named at once only one is given anything. */
    private synchronized void enter(Origin origin, URI root, Request request) {
        Origin first = kept;
        if (first != null && !first.equals(origin)) {
            throw refused(
                    root,
                    request,
                    "it names " + origin + " now, and this client's credentials go to " + first
                            + ", which it named first. If both are to be trusted, list them: tokenServers(\""
                            + first.authority() + "\", \"" + origin.authority() + "\")");
        }
        kept = origin;
        underWay++;
    }

    private synchronized void leave(boolean sent) {
        reached |= sent;
        underWay--;
        if (!reached && underWay == 0) {
            kept = null;
        }
    }

    /** The registry may quote in the host's name what it was sent. */
    private static TokenUnavailableException refused(URI root, Request request, String why) {
        String shown = request.withoutSecrets("refusing the token server that the registry names: " + why);
        return new TokenUnavailableException("GET", root.toString(), shown, null);
    }
}
