package io.github.registryclient.testkit.tls;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a {@link CertificateAuthority} is to certify. Used by one thread. */
public final class CertificateOrder {
    private static final List<String> LOOPBACK = List.of("127.0.0.1", "::1", "localhost");
    private static final Duration EARLIER = Duration.ofHours(1);
    private static final Duration LATER = Duration.ofDays(365);
    private static final Duration DAY = Duration.ofDays(1);

    private final CertificateAuthority authority;
    private final Instant now;
    private final String purpose;
    private final String commonName;
    private final List<String> names;
    private KeyKind kind = KeyKind.EC;
    private Instant from;
    private Instant until;

    private CertificateOrder(CertificateAuthority authority, String purpose, String commonName, List<String> names) {
        this.authority = authority;
        this.now = authority.now();
        this.purpose = purpose;
        this.commonName = commonName;
        this.names = new ArrayList<>(names);
        this.from = now.minus(EARLIER);
        this.until = now.plus(LATER);
    }

    static CertificateOrder forServer(CertificateAuthority authority, List<String> names) {
        List<String> all = new ArrayList<>(LOOPBACK);
        all.addAll(names);
        String commonName = names.isEmpty() ? "localhost" : names.get(0);
        return new CertificateOrder(authority, Extensions.SERVER_AUTHENTICATION, commonName, all);
    }

    static CertificateOrder forClient(CertificateAuthority authority, String commonName) {
        return new CertificateOrder(authority, Extensions.CLIENT_AUTHENTICATION, commonName, List.of());
    }

    /**
     * Leaves out the names of this machine: a server here then has a certificate of somebody else.
     *
     * @return this
     */
    public CertificateOrder withoutLoopback() {
        names.removeAll(LOOPBACK);
        return this;
    }

    /**
     * With an RSA key of 2048 bits; an EC key on the curve P-256 unless set.
     *
     * @return this
     */
    public CertificateOrder rsa() {
        kind = KeyKind.RSA;
        return this;
    }

    /**
     * Sets when it is valid; from an hour ago for a year unless set.
     *
     * @param first the first moment, to the second
     * @param last the last moment, to the second
     * @return this
     * @throws IllegalArgumentException if it ends before it begins
     */
    public CertificateOrder valid(Instant first, Instant last) {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("valid from " + first + " on, it cannot end before, at " + last);
        }
        from = first;
        until = last;
        return this;
    }

    /**
     * Valid until yesterday.
     *
     * @return this
     */
    public CertificateOrder expired() {
        return valid(now.minus(DAY.multipliedBy(2)), now.minus(DAY));
    }

    /**
     * Valid from tomorrow.
     *
     * @return this
     */
    public CertificateOrder notYetValid() {
        return valid(now.plus(DAY), now.plus(DAY.multipliedBy(2)));
    }

    /**
     * Makes the key and the certificate.
     *
     * @return a new certificate, even if it is ordered again
     */
    public IssuedCertificate issue() {
        KeyPair keys = kind.generate();
        Extensions extensions = new Extensions().use(purpose).alternativeNames(names);
        X509Certificate certificate = authority.sign(commonName, keys.getPublic(), from, until, extensions);
        return new IssuedCertificate(keys, certificate, authority.certificate());
    }
}
