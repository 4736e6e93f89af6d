package io.github.registryclient.name;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** The algorithms that can be computed: those registered by the OCI image spec that every JDK has. */
enum DigestAlgorithm {
    SHA256("sha256", "SHA-256", 64),
    SHA512("sha512", "SHA-512", 128);

    private static final String HEX = "0123456789abcdef";

    private final String id;
    private final String jdkName;
    private final int hexLength;

    DigestAlgorithm(String id, String jdkName, int hexLength) {
        this.id = id;
        this.jdkName = jdkName;
        this.hexLength = hexLength;
    }

    static Optional<DigestAlgorithm> find(String id) {
        if (id.equals(SHA256.id)) {
            return Optional.of(SHA256);
        }
        return id.equals(SHA512.id) ? Optional.of(SHA512) : Optional.empty();
    }

    boolean isWellFormed(String encoded) {
        return encoded.length() == hexLength && encoded.chars().allMatch(c -> HEX.indexOf(c) >= 0);
    }

    String digest(byte[] content) {
        return id + ":" + hex(newHash().digest(content));
    }

    MessageDigest newHash() {
        try {
            return MessageDigest.getInstance(jdkName);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this JVM lacks " + jdkName, impossible);
        }
    }

    static String hex(byte[] hash) {
        StringBuilder text = new StringBuilder(hash.length * 2);
        for (byte b : hash) {
            text.append(HEX.charAt((b >> 4) & 0xf)).append(HEX.charAt(b & 0xf));
        }
        return text.toString();
    }
}
