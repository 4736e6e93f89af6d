package io.github.registryclient.testkit.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLContext;

/**
 * An authority that nobody knows, and that certifies servers and clients of tests.
 *
 * <pre>{@code
 * CertificateAuthority ca = CertificateAuthority.create();
 * try (EmbeddedRegistry registry = EmbeddedRegistry.builder().tls(ca.serverTls()).start()) {
 *     HttpClient client = HttpClient.newBuilder().sslContext(ca.clientContext()).build();
 *     // registry.uri() begins with https, and this client trusts it
 * }
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class CertificateAuthority {
    private static final Duration EARLIER = Duration.ofDays(365);
    private static final Duration LATER = Duration.ofDays(3650);

    private final String name;
    private final KeyPair keys;
    private final X509Certificate certificate;
    private final Clock clock;

    private CertificateAuthority(String name, KeyPair keys, Clock clock) {
        this.name = name;
        this.keys = keys;
        this.clock = clock;
        this.certificate =
                sign(name, keys.getPublic(), now().minus(EARLIER), now().plus(LATER), new Extensions().authority());
    }

    /**
     * Makes an authority with a new EC key.
     *
     * @return an authority that differs from all others
     */
    public static CertificateAuthority create() {
        return create("testkit CA", Clock.systemUTC());
    }

    /**
     * Makes an authority with a new EC key.
     *
     * @param name its common name
     * @param clock the present that certificates are valid in; who checks them may see another
     * @return an authority that differs from all others
     */
    public static CertificateAuthority create(String name, Clock clock) {
        return new CertificateAuthority(name, KeyKind.EC.generate(), clock);
    }

    Instant now() {
        return clock.instant();
    }

    X509Certificate sign(String subject, PublicKey key, Instant from, Instant until, Extensions extensions) {
        return new Signer(name, keys.getPrivate())
                .sign(subject, key, from, until, extensions.keyIdentifiers(key, keys.getPublic()));
    }

    /**
     * Orders a certificate for a server: for {@code 127.0.0.1}, {@code ::1} and {@code localhost}, and for what is named.
     *
     * @param names more host names and IP addresses
     * @return an order that can be changed
     */
    public CertificateOrder server(String... names) {
        return CertificateOrder.forServer(this, List.of(names));
    }

    /**
     * Orders a certificate that a client shows (mutual TLS).
     *
     * @param commonName whose it is
     * @return an order that can be changed
     */
    public CertificateOrder client(String commonName) {
        return CertificateOrder.forClient(this, commonName);
    }

    /**
     * How a server on this machine speaks TLS, with a new certificate. It trusts this authority's clients, and asks for none.
     *
     * @return a way that clients of {@link #clientContext()} trust
     */
    public ServerTls serverTls() {
        return serverTls(server().issue());
    }

    /**
     * How a server speaks TLS with a certificate. It trusts this authority's clients, and asks for none.
     *
     * @param own the server's certificate, of this authority or another
     * @return the way
     */
    public ServerTls serverTls(IssuedCertificate own) {
        return ServerTls.of(Contexts.of(trustStore(), own));
    }

    /**
     * How a client trusts only this authority.
     *
     * @return a new context without a certificate of the client's
     */
    public SSLContext clientContext() {
        return Contexts.of(trustStore(), null);
    }

    /**
     * How a client trusts only this authority, and shows a certificate.
     *
     * @param own the client's certificate
     * @return a new context
     */
    public SSLContext clientContext(IssuedCertificate own) {
        return Contexts.of(trustStore(), own);
    }

    /**
     * The authority's certificate in a key store in memory.
     *
     * @return a new store that trusts only this authority
     */
    public KeyStore trustStore() {
        return Contexts.trusting(certificate);
    }

    /**
     * The authority's certificate.
     *
     * @return self-signed; valid for ten years
     */
    public X509Certificate certificate() {
        return certificate;
    }

    /**
     * The authority's certificate as PEM.
     *
     * @return {@code -----BEGIN CERTIFICATE-----}, lines of 64 characters
     */
    public String caPem() {
        return pem(certificate);
    }

    /**
     * Writes {@link #caPem()} to a file.
     *
     * @param file where to; replaced if it is there
     * @return the same file
     * @throws UncheckedIOException if it cannot be written
     */
    public Path writeCaPem(Path file) {
        try {
            return Files.writeString(file, caPem());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String pem(X509Certificate certificate) {
        try {
            return Pem.of("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Its name.
     *
     * @return the certificate's subject
     */
    @Override
    public String toString() {
        return "CN=" + name;
    }
}
