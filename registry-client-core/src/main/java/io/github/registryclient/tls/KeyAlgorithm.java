package io.github.registryclient.tls;

import java.util.Arrays;
import java.util.Optional;

/** What keys are for, by the object identifier in their PKCS#8 frame. */
enum KeyAlgorithm {
    /** RFC 8017, A.1. */
    RSA("2a864886f70d010101", "RSA"),
    /** RFC 4055, 3.1. */
    RSA_PSS("2a864886f70d01010a", "RSASSA-PSS"),
    /** RFC 5480, 2.1.1. */
    EC("2a8648ce3d0201", "EC"),
    /** RFC 8410, 3. */
    ED25519("2b6570", "Ed25519"),
    /** RFC 8410, 3. */
    ED448("2b6571", "Ed448");

    private final String identifier;
    private final String jdkName;

    KeyAlgorithm(String identifier, String jdkName) {
        this.identifier = identifier;
        this.jdkName = jdkName;
    }

    static Optional<KeyAlgorithm> of(byte[] identifier) {
        String hex = Hex.of(identifier);
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.identifier.equals(hex))
                .findFirst();
    }

    /** The content of its object identifier. */
    byte[] identifier() {
        return Hex.bytes(identifier);
    }

    String jdkName() {
        return jdkName;
    }
}
