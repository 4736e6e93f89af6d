package io.github.registryclient.http.internal.auth;

import io.github.registryclient.error.TokenUnavailableException;
import io.github.registryclient.http.internal.address.Origin;
import io.github.registryclient.http.internal.address.PrivateHosts;
import io.github.registryclient.http.internal.address.UriRepair;
import io.github.registryclient.http.internal.secret.Secrets;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

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

    /** The realm of a Bearer challenge that names one, and may quote what was sent. */
    Realm realm(Challenge bearer, Supplier<Secrets> quoted) {
        String named = bearer.parameter("realm").orElseThrow();
        URI uri = UriRepair.resolve(root, UriRepair.ofHeader(named.strip()))
                .orElseThrow(() -> refused(quoted, "its address is none"));
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!Set.of("http", "https").contains(scheme) || uri.getHost() == null) {
            throw refused(
                    quoted, "its address has no http(s) scheme, or a host that the JDK's HTTP client does not take");
        }
        if (uri.getRawUserInfo() != null) {
            throw refused(quoted, "its address has user information in it");
        }
        Origin realm = Origin.of(uri);
        if (realm.isPlain() && !registry.isPlain()) {
            throw refused(
                    quoted,
                    "it is asked over plain http (" + realm + "), the registry over https. Let the registry's"
                            + " configuration name it with https");
        }
        if (!privateRealmsAllowed && PrivateHosts.contains(realm.host()) && !PrivateHosts.contains(registry.host())) {
            throw refused(
                    quoted,
                    "it lies in a private network (" + realm + "), the registry does not;"
                            + " allowRedirectsIntoPrivateNetworks() permits it");
        }
        return new Realm(uri, bearer.parameter("service").orElse(""));
    }

    private TokenUnavailableException refused(Supplier<Secrets> quoted, String why) {
        String shown = quoted.get().redact("refusing the token server that the registry names: " + why);
        return new TokenUnavailableException("GET", root.toString(), shown, null);
    }
}
