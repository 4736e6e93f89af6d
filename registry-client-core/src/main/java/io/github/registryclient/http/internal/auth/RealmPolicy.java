package io.github.registryclient.http.internal.auth;

import io.github.registryclient.error.TokenUnavailableException;
import io.github.registryclient.http.internal.address.Origin;
import io.github.registryclient.http.internal.address.PrivateHosts;
import io.github.registryclient.http.internal.address.UriRepair;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Which token servers a registry may name. Another host is normal (auth.docker.io); plain http for a registry with TLS, and a
 * private network for a public one, are attacks or mistakes.
 */
final class RealmPolicy {
    private final URI root;
    private final Origin registry;
    private final boolean privateRealmsAllowed;

    /** The root is the registry's {@code /v2/}, against which a relative realm counts. */
    RealmPolicy(URI root, boolean privateRealmsAllowed) {
        this.root = root;
        this.registry = Origin.of(root);
        this.privateRealmsAllowed = privateRealmsAllowed;
    }

    /** The realm of a Bearer challenge that names one. */
    Realm realm(Challenge bearer) {
        String named = bearer.parameter("realm").orElseThrow();
        URI uri = UriRepair.resolve(root, UriRepair.ofHeader(named.strip()))
                .orElseThrow(() -> refused("its address is none"));
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!Set.of("http", "https").contains(scheme) || uri.getHost() == null) {
            throw refused("its address has no http(s) scheme, or a host that the JDK's HTTP client does not take");
        }
        if (uri.getRawUserInfo() != null) {
            throw refused("its address has user information in it");
        }
        Origin realm = Origin.of(uri);
        if (realm.isPlain() && !registry.isPlain()) {
            throw refused("it is asked over plain http (" + realm + "), the registry over https. Let the registry's"
                    + " configuration name it with https");
        }
        if (!privateRealmsAllowed && PrivateHosts.contains(realm.host()) && !PrivateHosts.contains(registry.host())) {
            throw refused("it lies in a private network (" + realm + "), the registry does not;"
                    + " allowRedirectsIntoPrivateNetworks() permits it");
        }
        return new Realm(uri, bearer.parameter("service").orElse(""));
    }

    private TokenUnavailableException refused(String why) {
        return new TokenUnavailableException(
                "GET", root.toString(), "refusing the token server that the registry names: " + why, null);
    }
}
