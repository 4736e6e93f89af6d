package io.github.registryclient.tls;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.internal.PathName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** What was given, and what messages call it; they never show what is in it. */
final class Source implements AutoCloseable {
    /** The authorities of all browsers together are a quarter of a megabyte. */
    static final int LIMIT = 4 << 20;

    private final String name;
    private final byte[] bytes;

    private Source(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
        if (bytes.length > LIMIT) {
            throw invalid("has more than " + LIMIT + " bytes: that is no certificate and no key");
        }
    }

    static Source file(Path file) {
        String name = PathName.of(file);
        try (InputStream stream = Files.newInputStream(file)) {
            return new Source(name, stream.readNBytes(LIMIT + 1));
        } catch (IOException e) {
            throw unreadable(file, name, e);
        }
    }

    /** A file that was found, not named: nobody means one that could let its reader wait for ever. */
    static Source found(Path file) {
        if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
            throw new InvalidInputException(
                    PathName.of(file)
                            + " is a pipe or a device, or a link to one: put the certificate or key itself there, or take it away");
        }
        return file(file);
    }

    private static InvalidInputException unreadable(Path file, String name, IOException e) {
        if (PathName.isContent(file)) { // which the cause quotes
            return new InvalidInputException(name
                    + ": there is no such file; give the path of the file, or its text to a method for text (...Pem)");
        }
        if (e instanceof NoSuchFileException) {
            return new InvalidInputException(name + ": there is no such file", e);
        }
        if (e instanceof AccessDeniedException) {
            return new InvalidInputException(name + ": this process may not read it; change its owner or mode", e);
        }
        return new InvalidInputException(
                name + (Files.isDirectory(file) ? " is a folder: name the file in it" : " cannot be read"), e);
    }

    static Source text(String name, String text) {
        return new Source(name, text.getBytes(StandardCharsets.UTF_8));
    }

    String name() {
        return name;
    }

    byte[] bytes() {
        return bytes;
    }

    /** One character a byte, so that nothing is lost or replaced; PEM itself is ASCII. */
    String text() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    InvalidInputException invalid(String whatAndRemedy) {
        return new InvalidInputException(name + " " + whatAndRemedy);
    }

    InvalidInputException invalid(String whatAndRemedy, Exception cause) {
        return new InvalidInputException(name + " " + whatAndRemedy, cause);
    }

    /** Forgets what may have been a key. */
    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return name;
    }
}
