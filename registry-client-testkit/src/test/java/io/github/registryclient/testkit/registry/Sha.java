package io.github.registryclient.testkit.registry;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Digests of texts, apart from the library's. */
final class Sha {
    private Sha() {}

    static String sha256(String text) {
        return "sha256:" + hex("SHA-256", text, 64);
    }

    static String sha512(String text) {
        return "sha512:" + hex("SHA-512", text, 128);
    }

    private static String hex(String algorithm, String text, int length) {
        try {
            byte[] hash = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            String digits = new BigInteger(1, hash).toString(16);
            return "0".repeat(length - digits.length()) + digits;
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
