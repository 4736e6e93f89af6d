package io.github.registryclient.tls;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;

/** The frame that all keys get (RFC 5208, 5): those of before PKCS#8 are put into one, because the JDK reads nothing else. */
final class Pkcs8 {
    private Pkcs8() {}

    /**
     * Reads a key out of its frame.
     *
     * @throws NoSuchAlgorithmException if this JVM has no such keys; the message may be shown
     * @throws InvalidKeySpecException if that is no key
     */
    static PrivateKey key(byte[] der) throws GeneralSecurityException {
        Der frame = Der.whole(der, Der.SEQUENCE);
        frame.number();
        KeyAlgorithm algorithm = KeyAlgorithm.of(frame.enter(Der.SEQUENCE).content(Der.OBJECT_IDENTIFIER))
                .orElseThrow(() -> new NoSuchAlgorithmException(
                        "is of a kind that TLS has no use for: expected RSA, EC, Ed25519 or Ed448"));
        KeyFactory factory;
        try {
            factory = KeyFactory.getInstance(algorithm.jdkName());
        } catch (NoSuchAlgorithmException e) {
            throw new NoSuchAlgorithmException(
                    "is an " + algorithm.jdkName()
                            + " key, which Java has from 15 on: take a newer Java, or an EC or RSA key",
                    e);
        }
        try {
            return factory.generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (RuntimeException unreadable) {
            throw new InvalidKeySpecException("unreadable", unreadable);
        }
    }

    /** Frames an RSA key (RFC 8017, A.1.2). */
    static byte[] ofPkcs1(byte[] key) throws InvalidKeySpecException {
        Der.whole(key, Der.SEQUENCE);
        return framed(KeyAlgorithm.RSA, Der.write(Der.NULL), key);
    }

    /**
     * Frames an EC key (RFC 5915, 3).
     *
     * @param parameters the curve, as a block before the key tells it, for a key that does not tell it itself; empty if there is none
     */
    static byte[] ofSec1(byte[] key, byte[] parameters) throws InvalidKeySpecException {
        Der sec1 = Der.whole(key, Der.SEQUENCE);
        sec1.number();
        sec1.content(Der.OCTETS);
        byte[] curve = sec1.isAt(Der.CONTEXT_0) ? sec1.content(Der.CONTEXT_0) : parameters;
        if (!Der.of(curve).isAt(Der.OBJECT_IDENTIFIER)) {
            throw new InvalidKeySpecException("no named curve");
        }
        return framed(KeyAlgorithm.EC, curve, key);
    }

    private static byte[] framed(KeyAlgorithm algorithm, byte[] parameters, byte[] key) {
        byte[] identifier = Der.write(Der.OBJECT_IDENTIFIER, algorithm.identifier());
        return Der.write(
                Der.SEQUENCE,
                Der.write(Der.INTEGER, new byte[1]),
                Der.write(Der.SEQUENCE, identifier, parameters),
                Der.write(Der.OCTETS, key));
    }
}
