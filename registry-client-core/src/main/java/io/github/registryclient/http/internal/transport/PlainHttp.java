package io.github.registryclient.http.internal.transport;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.http.internal.address.Origin;
import io.github.registryclient.http.internal.address.PrivateHosts;
import java.net.URI;

/**
 * Whether credentials may go over plain http: where that was allowed, and to this machine unless a proxy is on the way, which
 * could stand anywhere. Proxies may change at any time, so they are asked for each time.
 */
public final class PlainHttp {
    private final boolean allowed;
    private final Proxies proxies;

    PlainHttp(boolean allowed, Proxies proxies) {
        this.allowed = allowed;
        this.proxies = proxies;
    }

    /**
     * Whether credentials may go there.
     *
     * @param uri an address with scheme http
     * @return true if that was allowed, or nobody on the way can read them
     */
    public boolean mayCarryCredentials(URI uri) {
        return allowed || PrivateHosts.isLoopback(Origin.of(uri).host()) && !proxies.areOnTheWayTo(uri);
    }

    /**
     * What is thrown where they may not.
     *
     * @param to who would get them
     * @return the exception, to be thrown
     */
    public static InvalidInputException refusal(String to) {
        return new InvalidInputException("refusing to send credentials over plain http to " + to
                + ": use https, or allow it with allowPlainHttpCredentials()");
    }
}
