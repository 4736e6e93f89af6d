package io.github.registryclient.tls;

import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.spec.InvalidKeySpecException;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;

/** Decrypts keys (RFC 5208, 6): with PBES2 by {@link Pbes2}, and with the older schemes that the JDK still has. */
final class EncryptedKey {
    /** More take minutes; the JDK draws the line there for PKCS#12 as well. */
    static final int MOST_ITERATIONS = 5_000_000;

    private static final String PBES2 = "2a864886f70d01050d";

    /** RFC 8018, A.3 and RFC 7292, C. */
    private static final Map<String, String> OLDER = Map.of(
            "2a864886f70d010503", "PBEWithMD5AndDES",
            "2a864886f70d010c0101", "PBEWithSHA1AndRC4_128",
            "2a864886f70d010c0102", "PBEWithSHA1AndRC4_40",
            "2a864886f70d010c0103", "PBEWithSHA1AndDESede",
            "2a864886f70d010c0105", "PBEWithSHA1AndRC2_128",
            "2a864886f70d010c0106", "PBEWithSHA1AndRC2_40");

    private EncryptedKey() {}

    /**
     * Decrypts.
     *
     * @return a frame of {@link Pkcs8}, or rubbish: not every wrong password is noticed
     * @throws NoSuchAlgorithmException if this JVM cannot do that; the message may be shown
     * @throws GeneralSecurityException if the password is wrong, or the document damaged
     */
    static byte[] decrypt(byte[] der, char[] password) throws GeneralSecurityException {
        Der document = Der.whole(der, Der.SEQUENCE);
        Der scheme = document.enter(Der.SEQUENCE);
        byte[] encrypted = document.content(Der.OCTETS);
        String identifier = Hex.of(scheme.content(Der.OBJECT_IDENTIFIER));
        try {
            return identifier.equals(PBES2)
                    ? Pbes2.decrypt(scheme.enter(Der.SEQUENCE), encrypted, password)
                    : decrypt(identifier, scheme.enter(Der.SEQUENCE), encrypted, password);
        } catch (RuntimeException refused) { // salts, vectors and counts that the JDK does not take
            throw new InvalidKeySpecException("unusable parameters", refused);
        }
    }

    private static byte[] decrypt(String identifier, Der parameters, byte[] encrypted, char[] password)
            throws GeneralSecurityException {
        String name = OLDER.get(identifier);
        if (name == null) {
            throw unknown("a scheme");
        }
        byte[] salt = parameters.content(Der.OCTETS);
        int iterations = iterations(parameters);
        PBEKeySpec given = new PBEKeySpec(password);
        try {
            SecretKey key = SecretKeyFactory.getInstance(name).generateSecret(given);
            Cipher cipher = Cipher.getInstance(name);
            cipher.init(Cipher.DECRYPT_MODE, key, new PBEParameterSpec(salt, iterations));
            return cipher.doFinal(encrypted);
        } finally {
            given.clearPassword();
        }
    }

    static int iterations(Der parameters) throws InvalidKeySpecException {
        int iterations = parameters.number();
        if (iterations < 1 || iterations > MOST_ITERATIONS) {
            throw new InvalidKeySpecException("an iteration count out of bounds");
        }
        return iterations;
    }

    static NoSuchAlgorithmException unknown(String what) {
        return new NoSuchAlgorithmException("is encrypted with " + what + " that Java does not have");
    }
}
