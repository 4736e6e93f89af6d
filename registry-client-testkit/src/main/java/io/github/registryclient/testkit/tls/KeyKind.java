package io.github.registryclient.testkit.tls;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;

/** What keys are made of, and how they sign. */
enum KeyKind {
    /** The curve P-256: fast to make. */
    EC("SHA256withECDSA"),
    /** 2048 bits. */
    RSA("SHA256withRSA");

    private static final int RSA_BITS = 2048;

    private final String signature;

    KeyKind(String signature) {
        this.signature = signature;
    }

    static KeyKind of(PrivateKey key) {
        return valueOf(key.getAlgorithm());
    }

    KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(name());
            generator.initialize(parameters());
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK makes no " + name() + " keys", e);
        }
    }

    private AlgorithmParameterSpec parameters() {
        return this == EC
                ? new ECGenParameterSpec("secp256r1")
                : new RSAKeyGenParameterSpec(RSA_BITS, RSAKeyGenParameterSpec.F4);
    }

    /** The JDK's name of the signature. */
    String signature() {
        return signature;
    }

    /** The signature's AlgorithmIdentifier (RFC 5758, 3.2 and RFC 4055, 5). */
    byte[] identifier() {
        return this == EC
                ? Der.sequence(Der.oid("1.2.840.10045.4.3.2"))
                : Der.sequence(Der.oid("1.2.840.113549.1.1.11"), Der.nothing());
    }
}
