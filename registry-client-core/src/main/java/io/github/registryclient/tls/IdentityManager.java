package io.github.registryclient.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Shows identities, but only to the hosts that they are meant for: where a registry redirects to, and the token server that it
 * names, need not learn who is asking. The JDK's client makes an engine for each connection with the host and port of its URL,
 * through a proxy as well. Aliases are positions in the list.
 */
final class IdentityManager extends X509ExtendedKeyManager {
    private final List<ClientIdentity> identities;
    private final Set<HostAndPort> hosts;

    IdentityManager(List<ClientIdentity> identities, Set<HostAndPort> hosts) {
        this.identities = List.copyOf(identities);
        this.hosts = Set.copyOf(hosts);
    }

    @Override
    public @Nullable String chooseEngineClientAlias(
            String[] kinds, Principal @Nullable [] authorities, SSLEngine engine) {
        return choose(kinds, authorities, engine.getPeerHost(), engine.getPeerPort());
    }

    @Override
    public @Nullable String chooseClientAlias(String[] kinds, Principal @Nullable [] authorities, Socket socket) {
        SSLSession session = socket instanceof SSLSocket ? ((SSLSocket) socket).getHandshakeSession() : null;
        return session == null ? null : choose(kinds, authorities, session.getPeerHost(), session.getPeerPort());
    }

    private @Nullable String choose(
            String[] kinds, Principal @Nullable [] authorities, @Nullable String host, int port) {
        if (host == null || !hosts.contains(HostAndPort.of(host, port))) {
            return null;
        }
        Principal[] wanted = authorities == null ? new Principal[0] : authorities;
        for (int i = 0; i < identities.size(); i++) {
            if (identities.get(i).suits(kinds, wanted)) {
                return String.valueOf(i);
            }
        }
        return null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return identities.get(Integer.parseInt(alias)).chain().toArray(new X509Certificate[0]);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return identities.get(Integer.parseInt(alias)).key();
    }

    /** Nobody is told without a connection to tell by. */
    @Override
    public String @Nullable [] getClientAliases(String kind, Principal @Nullable [] authorities) {
        return null;
    }

    @Override
    public String @Nullable [] getServerAliases(String kind, Principal @Nullable [] authorities) {
        return null;
    }

    @Override
    public @Nullable String chooseServerAlias(String kind, Principal @Nullable [] authorities, Socket socket) {
        return null;
    }
}
