package io.github.registryclient.cleanup.policy;

import io.github.registryclient.error.InvalidInputException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads files that people write. */
final class TextFiles {
    private static final long LARGEST = 16 << 20;

    private TextFiles() {}

    static String read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new InvalidInputException("it has more than " + LARGEST + " bytes");
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new InvalidInputException("there is no such file", e);
        } catch (CharacterCodingException e) {
            throw new InvalidInputException("it is no text in UTF-8", e);
        } catch (IOException e) {
            throw new InvalidInputException("it cannot be read: " + e, e);
        }
    }
}
