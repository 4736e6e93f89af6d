package io.github.registryclient.tls;

import io.github.registryclient.internal.Excerpt;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the certificates of a file: PEM, any number of them, or a single one in DER. */
final class Certificates {
    private static final Set<String> LABELS = Set.of("CERTIFICATE", "X509 CERTIFICATE"); // RFC 7468, 5.1 and 4

    private Certificates() {}

    /** At least one, in the file's order. */
    static List<X509Certificate> read(Source source) {
        byte[] bytes = source.bytes();
        if (bytes.length > 0 && bytes[0] == Der.SEQUENCE && !Pem.isIn(source)) {
            return List.of(certificate(source, bytes, ""));
        }
        List<PemBlock> blocks = Pem.read(source);
        List<X509Certificate> certificates = new ArrayList<>();
        for (PemBlock block : blocks) {
            if (LABELS.contains(block.label())) {
                certificates.add(certificate(source, block.der(), " number " + (certificates.size() + 1)));
            } else if (block.label().equals("TRUSTED CERTIFICATE")) {
                throw source.invalid("has a certificate in a form of OpenSSL's own (TRUSTED CERTIFICATE); convert it:"
                        + " openssl x509 -in " + source + " -out new.pem");
            } else if (block.label().equals("PKCS7")) {
                throw source.invalid(
                        "is PKCS#7; convert it: openssl pkcs7 -print_certs -in " + source + " -out new.pem");
            }
        }
        if (certificates.isEmpty()) {
            throw source.invalid("has no certificate, but "
                    + (blocks.isEmpty() ? "nothing in PEM" : "only " + Excerpt.of(blocks.toString()))
                    + ": expected -----BEGIN CERTIFICATE-----");
        }
        return certificates;
    }

    private static X509Certificate certificate(Source source, byte[] der, String which) {
        try {
            Der.whole(der, Der.SEQUENCE); // the JDK would not mind what follows
            return (X509Certificate) factory().generateCertificate(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException | RuntimeException e) {
            throw source.invalid("is damaged: certificate" + which + " in it is none that Java can read", e);
        }
    }

    private static CertificateFactory factory() throws CertificateException {
        return CertificateFactory.getInstance("X.509");
    }
}
