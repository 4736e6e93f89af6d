package io.github.registryclient.http.internal.transport;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.http.internal.proxy.ProxyServer;
import io.github.registryclient.http.internal.secret.Secrets;
import io.github.registryclient.http.internal.time.Deadline;
import java.util.Optional;

/**
 * Shows the proxy who is asking, where one that was set here is on the way; nobody else gets its password. The JDK puts such a
 * header on the CONNECT that opens a tunnel, and keeps it out of the tunnel.
 */
final class ProxiedTransport implements Transport {
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    private final Transport below;
    private final Proxies proxies;

    ProxiedTransport(Transport below, Proxies proxies) {
        this.below = below;
        this.proxies = proxies;
    }

    @Override
    public Reply send(Request request, Deadline deadline) throws InterruptedException {
        Credentials account =
                proxies.known(request.uri()).map(ProxyServer::credentials).orElseGet(Credentials::anonymous);
        Reply reply = account.isAnonymous()
                ? below.send(request, deadline)
                : below.send(introduced(request, account), deadline).withoutSecrets(request);
        if (reply.status() == PROXY_AUTHENTICATION_REQUIRED) {
            Optional<String> proxy = proxies.shown(request.uri());
            if (proxy.isPresent()) {
                throw ProxyFailures.unauthorized(request, proxy.get(), !account.isAnonymous());
            }
        }
        return reply;
    }

    private static Request introduced(Request request, Credentials account) {
        String value = "Basic " + Secrets.pair(account.username(), account.password());
        return request.with(new Header("Proxy-Authorization", value), Secrets.of(account));
    }
}
