package io.github.registryclient.testkit.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;

/**
 * A key that signs tokens by ES256 (RFC 7518, 3.4). Its id is in the form of libtrust, by which distribution 2.8 knows keys; for
 * distribution 3 any id will do.
 */
public final class SigningKey {
    /** Signs and verifies the signature in JWS's form: both numbers one after the other, not in DER. */
    static final String SIGNATURE = "SHA256withECDSAinP1363Format";

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int ID_BYTES = 30;
    private static final int ID_GROUP = 4;
    private static final int FIELD_BYTES = 32;

    private final KeyPair keys;

    private SigningKey(KeyPair keys) {
        this.keys = keys;
    }

    /** Makes a new key. */
    public static SigningKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new SigningKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK makes no EC keys", e);
        }
    }

    /** Both halves of the key. */
    public KeyPair keys() {
        return keys;
    }

    /** The public half in JSON (RFC 7517). */
    public ObjectNode jwk() {
        ECPoint point = ((ECPublicKey) keys.getPublic()).getW();
        return Jose.object()
                .put("kty", "EC")
                .put("crv", "P-256")
                .put("kid", id())
                .put("x", Jose.encode(field(point.getAffineX())))
                .put("y", Jose.encode(field(point.getAffineY())));
    }

    private static byte[] field(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] padded = new byte[FIELD_BYTES];
        int used = Math.min(bytes.length, FIELD_BYTES);
        System.arraycopy(bytes, bytes.length - used, padded, FIELD_BYTES - used, used);
        return padded;
    }

    /** 240 bits of the key's hash in base 32, in groups of four. */
    String id() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(keys.getPublic().getEncoded());
            StringBuilder text = new StringBuilder();
            for (int bit = 0; bit < ID_BYTES * Byte.SIZE; bit += 5) {
                if (bit > 0 && bit / 5 % ID_GROUP == 0) {
                    text.append(':');
                }
                int pair = (hash[bit / Byte.SIZE] & 0xFF) << Byte.SIZE | hash[bit / Byte.SIZE + 1] & 0xFF;
                text.append(BASE_32.charAt(pair >> 11 - bit % Byte.SIZE & 31));
            }
            return text.toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The token that says this, signed. */
    public String sign(Claims claims) {
        ObjectNode header = Jose.object().put("typ", "JWT").put("alg", "ES256").put("kid", id());
        header.set("jwk", jwk());
        String content = Jose.encode(Jose.bytes(header)) + "." + Jose.encode(Jose.bytes(claims.json()));
        try {
            Signature signature = Signature.getInstance(SIGNATURE);
            signature.initSign(keys.getPrivate());
            signature.update(Jose.ascii(content));
            return content + "." + Jose.encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK signs nothing", e);
        }
    }
}
