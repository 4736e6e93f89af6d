package io.github.registryclient.testkit.tls;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Arrays;

/** Keys in the forms that OpenSSL wrote before PKCS#8: PKCS#1 (RFC 8017, A.1.2) and SEC1 (RFC 5915, 3). */
final class TraditionalKey {
    private static final String P_256 = "1.2.840.10045.3.1.7";
    private static final int FIELD_BYTES = 32;
    private static final byte UNCOMPRESSED = 4;

    private TraditionalKey() {}

    static String pem(KeyPair keys) {
        return keys.getPrivate() instanceof RSAPrivateCrtKey
                ? Pem.of("RSA PRIVATE KEY", pkcs1((RSAPrivateCrtKey) keys.getPrivate()))
                : Pem.of("EC PRIVATE KEY", sec1((ECPrivateKey) keys.getPrivate(), (ECPublicKey) keys.getPublic()));
    }

    private static byte[] pkcs1(RSAPrivateCrtKey key) {
        return Der.sequence(
                Der.integer(0),
                Der.integer(key.getModulus()),
                Der.integer(key.getPublicExponent()),
                Der.integer(key.getPrivateExponent()),
                Der.integer(key.getPrimeP()),
                Der.integer(key.getPrimeQ()),
                Der.integer(key.getPrimeExponentP()),
                Der.integer(key.getPrimeExponentQ()),
                Der.integer(key.getCrtCoefficient()));
    }

    private static byte[] sec1(ECPrivateKey key, ECPublicKey publicKey) {
        byte[] point = Der.concatenated(
                new byte[] {UNCOMPRESSED},
                field(publicKey.getW().getAffineX()),
                field(publicKey.getW().getAffineY()));
        return Der.sequence(
                Der.integer(1),
                Der.octets(field(key.getS())),
                Der.explicit(0, Der.oid(P_256)),
                Der.explicit(1, Der.bits(point)));
    }

    /** Exactly as long as the curve's numbers are. */
    private static byte[] field(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] padded = new byte[FIELD_BYTES];
        int used = Math.min(bytes.length, FIELD_BYTES);
        System.arraycopy(bytes, bytes.length - used, padded, FIELD_BYTES - used, used);
        Arrays.fill(bytes, (byte) 0);
        return padded;
    }
}
