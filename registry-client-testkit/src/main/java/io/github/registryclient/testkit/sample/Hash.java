package io.github.registryclient.testkit.sample;

import io.github.registryclient.name.Digest;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The sha256 of bytes, computed apart from the API's. */
final class Hash {
    private Hash() {}

    static Digest sha256(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Digest.of("sha256:" + String.format("%064x", new BigInteger(1, hash)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this JVM lacks SHA-256", impossible);
        }
    }
}
