package io.github.registryclient.tls;

import java.util.Arrays;
import java.util.Set;

/** What stands between a {@code BEGIN} and its {@code END}. */
final class PemBlock {
    /** Labels that may be shown; what a damaged file has in that place could be anything. */
    private static final Set<String> KNOWN = Set.of(
            "CERTIFICATE",
            "X509 CERTIFICATE",
            "TRUSTED CERTIFICATE",
            "CERTIFICATE REQUEST",
            "X509 CRL",
            "PKCS7",
            "PUBLIC KEY",
            "PRIVATE KEY",
            "ENCRYPTED PRIVATE KEY",
            "RSA PRIVATE KEY",
            "EC PRIVATE KEY",
            "EC PARAMETERS",
            "DSA PRIVATE KEY",
            "OPENSSH PRIVATE KEY");

    private final String label;
    private final boolean encrypted;
    private final byte[] der;

    PemBlock(String label, boolean encrypted, byte[] der) {
        this.label = label;
        this.encrypted = encrypted;
        this.der = der;
    }

    /** Such as {@code CERTIFICATE}. */
    String label() {
        return label;
    }

    /** Whether headers say that it is encrypted in the way of before PKCS#8 (RFC 1421, 4.6.1.1). */
    boolean isEncryptedByHeaders() {
        return encrypted;
    }

    byte[] der() {
        return der;
    }

    boolean isKey() {
        return label.endsWith("PRIVATE KEY");
    }

    void clear() {
        Arrays.fill(der, (byte) 0);
    }

    static String shown(String label) {
        return KNOWN.contains(label) ? label : "block of another kind";
    }

    @Override
    public String toString() {
        return shown(label);
    }
}
