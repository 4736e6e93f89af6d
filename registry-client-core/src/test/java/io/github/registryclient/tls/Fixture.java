package io.github.registryclient.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keys and certificates that OpenSSL made, see {@code make.sh} beside them. */
final class Fixture {
    static final String PASSWORD = "swordfish";

    private Fixture() {}

    static byte[] bytes(String name) {
        try (InputStream stream = Fixture.class.getResourceAsStream(name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.US_ASCII);
    }

    static Source source(String name) {
        return Source.text(name, text(name));
    }

    /** A file of that name in a folder. */
    static Path file(Path folder, String name) {
        try {
            return Files.write(folder.resolve(name), bytes(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static char[] password() {
        return PASSWORD.toCharArray();
    }
}
