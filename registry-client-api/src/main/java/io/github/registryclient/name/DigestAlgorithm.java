package io.github.registryclient.name;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** The algorithms that can be computed: those registered by the OCI image spec that every JDK has. */
enum DigestAlgorithm {
    SHA256("sha256", "SHA-256", 64),
    SHA512("sha512", "SHA-512", 128);

    private static final String HEX = "0123456789abcdef";
    /** The bits of 0 to 9 and of a to f, counted from the character 0. */
    private static final long HEX_DIGITS = 0x3ffL | 0x3fL << 'a' - '0';

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

    /** The algorithm that a digest, or what claims to be one, begins with. */
    static Optional<DigestAlgorithm> ofDigest(String text) {
        if (text.startsWith("sha256:")) {
            return Optional.of(SHA256);
        }
        return text.startsWith("sha512:") ? Optional.of(SHA512) : Optional.empty();
    }

    /** Whether a text that begins with this algorithm and a colon is a digest; without branches, because all answers pass here. */
    boolean isWellFormed(String text) {
        int from = id.length() + 1;
        if (text.length() != from + hexLength) {
            return false;
        }
        long valid = 1;
        for (int i = from; i < text.length(); i++) {
            int distance = text.charAt(i) - '0';
            valid &= (distance & ~63) == 0 ? HEX_DIGITS >>> distance : 0;
        }
        return valid == 1;
    }

    Digest digest(byte[] content) {
        return digestOf(newHash().digest(content));
    }

    Digest digestOf(byte[] hash) {
        return new Digest(id + ":" + hex(hash));
    }

    MessageDigest newHash() {
        try {
            return MessageDigest.getInstance(jdkName);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this JVM lacks " + jdkName, impossible);
        }
    }

    private static String hex(byte[] hash) {
        StringBuilder text = new StringBuilder(hash.length * 2);
        for (byte b : hash) {
            text.append(HEX.charAt((b >> 4) & 0xf)).append(HEX.charAt(b & 0xf));
        }
        return text.toString();
    }
}
