package io.github.registryclient.testkit.tls;

import java.util.Objects;
import javax.net.ssl.SSLContext;

/** How a server of the testkit speaks TLS. Immutable. */
public final class ServerTls {
    private final SSLContext context;
    private final boolean clientCertificateRequired;

    private ServerTls(SSLContext context, boolean clientCertificateRequired) {
        this.context = context;
        this.clientCertificateRequired = clientCertificateRequired;
    }

    /**
     * With a context of any origin.
     *
     * @param context with the server's key; where client certificates are required, also with what to trust
     * @return one that asks clients for no certificate
     */
    public static ServerTls of(SSLContext context) {
        return new ServerTls(Objects.requireNonNull(context, "context"), false);
    }

    /**
     * Ends the handshake with clients that show no certificate, or one that the context does not trust.
     *
     * @return another one with the same context
     */
    public ServerTls requireClientCertificate() {
        return new ServerTls(context, true);
    }

    /**
     * The keys, and who is trusted.
     *
     * @return the context
     */
    public SSLContext context() {
        return context;
    }

    /**
     * Whether clients must show a certificate.
     *
     * @return true after {@link #requireClientCertificate()}
     */
    public boolean isClientCertificateRequired() {
        return clientCertificateRequired;
    }
}
