package io.github.registryclient.http.internal.auth;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.error.TokenUnavailableException;
import io.github.registryclient.http.internal.address.Origin;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which token servers have been given which credentials. A registry that is taken over must not send them after somebody else by
 * naming another one: the first is kept to, unless the user listed those that may be had. Thread-safe; never prints.
 *
 * <p>Source: distribution, "OAuth2 token authentication": a refresh token goes nowhere but where it came from.
 */
final class RealmPins {
    private static final int MOST = 10_000;

    /** By what is sent to token servers. */
    private final Map<List<Object>, Origin> first = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Object>, Origin> eldest) {
            return size() > MOST;
        }
    };

    /** Called before credentials are sent to a realm; it is the first from then on if there was none. */
    void require(TokenServers servers, URI root, Realm realm, Credentials credentials) {
        Origin origin = Origin.of(realm.uri());
        if (servers.areListed()) {
            if (!servers.contain(origin) && !origin.equals(Origin.of(root))) {
                throw refused(
                        root, origin + " is not among the tokenServers(...). Add it there if it is to be trusted");
            }
            return;
        }
        Origin kept = keep(credentials, origin);
        if (!kept.equals(origin)) {
            throw refused(
                    root,
                    "it names " + origin + " now, and these credentials (" + credentials + ") have gone to " + kept
                            + ". If both are to be trusted, list them: tokenServers(\"" + kept.authority() + "\", \""
                            + origin.authority() + "\")");
        }
    }

    private synchronized Origin keep(Credentials credentials, Origin origin) {
        List<Object> sent =
                List.of(credentials.kind(), credentials.username(), credentials.password(), credentials.token());
        Origin kept = first.putIfAbsent(sent, origin);
        return kept == null ? origin : kept;
    }

    private static TokenUnavailableException refused(URI root, String why) {
        return new TokenUnavailableException(
                "GET", root.toString(), "refusing the token server that the registry names: " + why, null);
    }
}
