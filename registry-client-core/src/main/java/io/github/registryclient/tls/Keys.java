package io.github.registryclient.tls;

import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the private key of a file. Causes are not passed on: they may quote what they could not read. */
final class Keys {
    private final Source source;
    private final char @Nullable [] password;

    private Keys(Source source, char @Nullable [] password) {
        this.source = source;
        this.password = password;
    }

    /** The one key, whatever stands beside. The password is neither kept nor changed. */
    static PrivateKey read(Source source, char @Nullable [] password) {
        List<PemBlock> blocks = Pem.read(source);
        try {
            return new Keys(source, password).only(blocks);
        } finally {
            blocks.forEach(PemBlock::clear);
        }
    }

    private PrivateKey only(List<PemBlock> blocks) {
        List<PemBlock> keys = blocks.stream().filter(PemBlock::isKey).collect(Collectors.toList());
        if (keys.isEmpty()) {
            throw source.invalid("has no private key: expected PEM, that is -----BEGIN PRIVATE KEY----- or the like");
        }
        if (keys.size() > 1) {
            throw source.invalid("has " + keys.size() + " private keys: leave the one that belongs to the certificate");
        }
        PemBlock key = keys.get(0);
        byte[] curve = blocks.stream()
                .filter(block -> block.label().equals("EC PARAMETERS"))
                .findFirst()
                .map(PemBlock::der)
                .orElseGet(() -> new byte[0]);
        try {
            return key(key, curve);
        } catch (NoSuchAlgorithmException tellsWhatIsMissing) {
            throw source.invalid(tellsWhatIsMissing.getMessage()
                    + (key.label().startsWith("ENCRYPTED") ? "; to encrypt it otherwise: " + conversion() : ""));
        } catch (GeneralSecurityException mayQuoteTheKey) {
            throw source.invalid(
                    key.label().startsWith("ENCRYPTED")
                            ? "does not open with this password, or is damaged"
                            : "is damaged: its " + key + " is not what a key looks like"
                                    + (key.label().startsWith("EC") ? ", or does not name its curve" : "") + "; "
                                    + conversion() + " shows whether OpenSSL reads it, and repairs its form");
        }
    }

    private PrivateKey key(PemBlock block, byte[] curve) throws GeneralSecurityException {
        if (block.isEncryptedByHeaders()) {
            throw source.invalid("is encrypted in a way of before PKCS#8 (Proc-Type: 4,ENCRYPTED), which is not read;"
                    + " convert it: " + conversion());
        }
        switch (block.label()) {
            case "PRIVATE KEY":
                return Pkcs8.key(block.der());
            case "ENCRYPTED PRIVATE KEY":
                return decrypted(block.der());
            case "RSA PRIVATE KEY":
                return opened(Pkcs8.ofPkcs1(block.der()));
            case "EC PRIVATE KEY":
                return opened(Pkcs8.ofSec1(block.der(), curve));
            case "OPENSSH PRIVATE KEY":
                throw source.invalid(
                        "has a key in the form of OpenSSH; convert a copy of it: ssh-keygen -p -m PKCS8 -f copy");
            default:
                throw source.invalid(
                        "has a key in a form that is not read (" + block + "); convert it: " + conversion());
        }
    }

    private PrivateKey decrypted(byte[] der) throws GeneralSecurityException {
        if (password == null) {
            throw source.invalid("is encrypted: give the password of the key, or decrypt it: openssl pkcs8 -in "
                    + source + " -out new.pem");
        }
        return opened(EncryptedKey.decrypt(der, password));
    }

    private static PrivateKey opened(byte[] der) throws GeneralSecurityException {
        try {
            return Pkcs8.key(der);
        } finally {
            Arrays.fill(der, (byte) 0);
        }
    }

    private String conversion() {
        return "openssl pkcs8 -topk8 -v2 aes-256-cbc -in " + source + " -out new.pem";
    }
}
