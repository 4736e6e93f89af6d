package io.github.registryclient.tests.auth;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Base64;

/** A token server's RSA key and its self-signed certificate, made by the JDK's keytool, as files. */
final class SigningKey {
    private static final String PASSWORD = "changeit";
    /** In front of a traditional RSA key of 2048 bits in a PKCS#8 document: version, algorithm, and the length of the rest. */
    private static final int PKCS8_HEAD = 26;

    private final Path key;
    private final Path certificate;

    private SigningKey(Path key, Path certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    static SigningKey make(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("token.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "token",
                        "-dname",
                        "CN=token",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-validity",
                        "3650",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IOException(said);
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        byte[] pkcs8 = keys.getKey("token", PASSWORD.toCharArray()).getEncoded();
        byte[] traditional = Arrays.copyOfRange(pkcs8, PKCS8_HEAD, pkcs8.length);
        return new SigningKey(
                pem(folder.resolve("token.key"), "RSA PRIVATE KEY", traditional),
                pem(
                        folder.resolve("token.crt"),
                        "CERTIFICATE",
                        keys.getCertificate("token").getEncoded()));
    }

    private static Path pem(Path file, String type, byte[] der) throws IOException {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return Files.writeString(file, "-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n");
    }

    Path key() {
        return key;
    }

    Path certificate() {
        return certificate;
    }
}
