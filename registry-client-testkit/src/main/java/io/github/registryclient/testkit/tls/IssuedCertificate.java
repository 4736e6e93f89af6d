package io.github.registryclient.testkit.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A certificate and its private key, in the forms that files have. Immutable; {@link #toString} does not show the key. */
public final class IssuedCertificate {
    private static final Duration EARLIER = Duration.ofDays(1);
    private static final Duration LATER = Duration.ofDays(365);

    private final KeyPair keys;
    private final X509Certificate certificate;
    private final X509Certificate issuer;

    IssuedCertificate(KeyPair keys, X509Certificate certificate, X509Certificate issuer) {
        this.keys = keys;
        this.certificate = certificate;
        this.issuer = issuer;
    }

    /**
     * A certificate that nobody but its own key vouches for, as programs want it that trust single keys.
     *
     * @param commonName the name of subject and issuer
     * @param keys a key on the curve P-256, or an RSA key
     * @param clock the certificate is valid from a day before until a year after what it shows
     * @return the certificate with the given keys
     */
    public static IssuedCertificate selfSigned(String commonName, KeyPair keys, Clock clock) {
        Instant now = clock.instant();
        Extensions extensions = new Extensions().authority().keyIdentifiers(keys.getPublic(), keys.getPublic());
        X509Certificate certificate = new Signer(commonName, keys.getPrivate())
                .sign(commonName, keys.getPublic(), now.minus(EARLIER), now.plus(LATER), extensions);
        return new IssuedCertificate(keys, certificate, certificate);
    }

    /**
     * The certificate.
     *
     * @return the end of the chain
     */
    public X509Certificate certificate() {
        return certificate;
    }

    /**
     * The certificate and those that vouch for it.
     *
     * @return this one first; one alone if it is self-signed
     */
    public List<X509Certificate> chain() {
        return certificate.equals(issuer) ? List.of(certificate) : List.of(certificate, issuer);
    }

    /**
     * The key that belongs to it.
     *
     * @return an EC or RSA key
     */
    public PrivateKey privateKey() {
        return keys.getPrivate();
    }

    /**
     * The certificate as PEM, without its issuer's.
     *
     * @return {@code -----BEGIN CERTIFICATE-----}, lines of 64 characters
     */
    public String certificatePem() {
        return CertificateAuthority.pem(certificate);
    }

    /**
     * The key as PEM in PKCS#8, not encrypted.
     *
     * @return {@code -----BEGIN PRIVATE KEY-----}
     */
    public String privateKeyPem() {
        return Pem.of("PRIVATE KEY", keys.getPrivate().getEncoded());
    }

    /**
     * The key as PEM in the older form of its kind: SEC1 for EC keys, PKCS#1 for RSA keys.
     *
     * @return {@code -----BEGIN EC PRIVATE KEY-----} or {@code -----BEGIN RSA PRIVATE KEY-----}
     */
    public String traditionalPrivateKeyPem() {
        return TraditionalKey.pem(keys);
    }

    /**
     * Key and chain in a key store in memory.
     *
     * @param password protects the key
     * @return a store of the type PKCS12 with one entry
     */
    public KeyStore keyStore(char[] password) {
        return Contexts.holding(keys.getPrivate(), password, chain().toArray(new X509Certificate[0]));
    }

    /**
     * Key and chain as a PKCS#12 file.
     *
     * @param password protects the file and the key
     * @return the file's bytes
     */
    public byte[] pkcs12(char[] password) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            keyStore(password).store(file, password);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this JDK writes no PKCS#12", e);
        }
        return file.toByteArray();
    }

    /**
     * Whose it is and how long it is valid.
     *
     * @return one line without the key
     */
    @Override
    public String toString() {
        return certificate.getSubjectX500Principal() + ", valid "
                + certificate.getNotBefore().toInstant() + " to "
                + certificate.getNotAfter().toInstant();
    }
}
