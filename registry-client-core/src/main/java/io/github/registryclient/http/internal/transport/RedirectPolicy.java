package io.github.registryclient.http.internal.transport;

import io.github.registryclient.error.RedirectRefusedException;
import io.github.registryclient.http.internal.address.Origin;
import io.github.registryclient.http.internal.address.PrivateHosts;
import io.github.registryclient.http.internal.address.UriRepair;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Where a redirect may lead. */
public final class RedirectPolicy {
    private final boolean privateTargetsAllowed;

    /**
     * A policy.
     *
     * @param privateTargetsAllowed whether a public registry may redirect into a private network
     */
    public RedirectPolicy(boolean privateTargetsAllowed) {
        this.privateTargetsAllowed = privateTargetsAllowed;
    }

    /**
     * Whether a public host may lead into a private network.
     *
     * @return true if that was allowed
     */
    public boolean allowsPrivateTargets() {
        return privateTargetsAllowed;
    }

    /**
     * Resolves and checks a {@code Location}.
     *
     * @param request the request that was answered with it
     * @param location the header's value
     * @return where to go
     * @throws RedirectRefusedException if this client does not go there
     */
    public URI target(Request request, String location) {
        URI target = UriRepair.resolve(request.uri(), UriRepair.ofHeader(location))
                .orElseThrow(() -> refused(request, "to something that is no address"));
        String scheme = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT);
        if (!Set.of("http", "https").contains(scheme) || target.getHost() == null) {
            throw refused(
                    request,
                    "to an address without http(s) scheme, or with a host that the JDK's HTTP client does not take (one"
                            + " with an underscore, perhaps)");
        }
        Origin from = request.origin();
        Origin to = Origin.of(target);
        if (target.getRawUserInfo() != null) {
            throw refused(request, "to " + to + " with user information in the address");
        }
        if (!from.isPlain() && to.isPlain()) {
            throw refused(
                    request,
                    "from https to plain http (" + to + "). If a proxy ends TLS before the registry, let it"
                            + " send X-Forwarded-Proto");
        }
        if (!privateTargetsAllowed && PrivateHosts.contains(to.host()) && !PrivateHosts.contains(from.host())) {
            throw refused(
                    request,
                    "from a public host into a private network (" + to
                            + "); allowRedirectsIntoPrivateNetworks() permits it");
        }
        return target;
    }

    /**
     * The refusal of a redirect.
     *
     * @param request the request that was answered with it
     * @param what where it leads, and why nobody goes there
     * @return the exception, to be thrown
     */
    public static RedirectRefusedException refused(Request request, String what) {
        return new RedirectRefusedException(
                request.method(), request.shownUri(), request.withoutSecrets("refusing the redirect " + what), null);
    }
}
