package io.github.registryclient.testkit.tls;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;

/** Signs certificates (RFC 5280, 4.1) in somebody's name. */
final class Signer {
    private static final int SERIAL_BITS = 64;
    private static final long VERSION_3 = 2;

    private final String name;
    private final PrivateKey key;

    Signer(String name, PrivateKey key) {
        this.name = name;
        this.key = key;
    }

    X509Certificate sign(String subject, PublicKey subjectKey, Instant from, Instant until, Extensions extensions) {
        KeyKind kind = KeyKind.of(key);
        byte[] content = Der.sequence(
                Der.explicit(0, Der.integer(VERSION_3)),
                Der.integer(new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS)),
                kind.identifier(),
                distinguishedName(name),
                Der.sequence(Der.time(from), Der.time(until)),
                distinguishedName(subject),
                subjectKey.getEncoded(),
                extensions.encoded());
        try {
            Signature signature = Signature.getInstance(kind.signature());
            signature.initSign(key);
            signature.update(content);
            byte[] encoded = Der.sequence(content, kind.identifier(), Der.bits(signature.sign()));
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK does not take the certificate for " + subject, e);
        }
    }

    private static byte[] distinguishedName(String commonName) {
        return Der.sequence(Der.set(Der.sequence(Der.oid("2.5.4.3"), Der.text(commonName))));
    }
}
