package io.github.registryclient.tls;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * PBES2 with PBKDF2 (RFC 8018, 6.2 and A.4): the scheme of OpenSSL and of the JDK of today. Put together of the JDK's parts here,
 * because its own reader of such parameters knows neither AES-192 nor triple DES, and on Java 11 less than that.
 */
final class Pbes2 {
    private static final String PBKDF2 = "2a864886f70d01050c";
    private static final String DEFAULT_PRF = "2a864886f70d0207";

    private static final Map<String, String> PRFS = Map.of(
            DEFAULT_PRF,
            "PBKDF2WithHmacSHA1",
            "2a864886f70d0208",
            "PBKDF2WithHmacSHA224",
            "2a864886f70d0209",
            "PBKDF2WithHmacSHA256",
            "2a864886f70d020a",
            "PBKDF2WithHmacSHA384",
            "2a864886f70d020b",
            "PBKDF2WithHmacSHA512");

    private static final String TRIPLE_DES = "2a864886f70d0307";

    /** Of a cipher the bits of its key. */
    private static final Map<String, Integer> CIPHERS =
            Map.of(TRIPLE_DES, 192, "608648016503040102", 128, "608648016503040116", 192, "60864801650304012a", 256);

    private Pbes2() {}

    static byte[] decrypt(Der parameters, byte[] encrypted, char[] password) throws GeneralSecurityException {
        Der derivation = parameters.enter(Der.SEQUENCE);
        if (!Hex.of(derivation.content(Der.OBJECT_IDENTIFIER)).equals(PBKDF2)) {
            throw EncryptedKey.unknown("a way from passwords to keys (such as scrypt)");
        }
        Der pbkdf2 = derivation.enter(Der.SEQUENCE);
        byte[] salt = pbkdf2.content(Der.OCTETS);
        int iterations = EncryptedKey.iterations(pbkdf2);
        if (pbkdf2.isAt(Der.INTEGER)) {
            pbkdf2.number(); // the cipher says how long the key is
        }
        String prf = pbkdf2.isAt(Der.SEQUENCE)
                ? Hex.of(pbkdf2.enter(Der.SEQUENCE).content(Der.OBJECT_IDENTIFIER))
                : DEFAULT_PRF;
        Der scheme = parameters.enter(Der.SEQUENCE);
        String cipher = Hex.of(scheme.content(Der.OBJECT_IDENTIFIER));
        Integer bits = CIPHERS.get(cipher);
        if (bits == null || !PRFS.containsKey(prf)) {
            throw EncryptedKey.unknown("a cipher or a hash");
        }
        byte[] key = key(PRFS.get(prf), new PBEKeySpec(password, salt, iterations, bits));
        try {
            return decrypt(cipher.equals(TRIPLE_DES) ? "DESede" : "AES", key, scheme.content(Der.OCTETS), encrypted);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static byte[] key(String derivation, PBEKeySpec password) throws GeneralSecurityException {
        try {
            return SecretKeyFactory.getInstance(derivation)
                    .generateSecret(password)
                    .getEncoded();
        } finally {
            password.clearPassword();
        }
    }

    private static byte[] decrypt(String cipher, byte[] key, byte[] vector, byte[] encrypted)
            throws GeneralSecurityException {
        Cipher decryption = Cipher.getInstance(cipher + "/CBC/PKCS5Padding");
        decryption.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, cipher), new IvParameterSpec(vector));
        return decryption.doFinal(encrypted);
    }
}
