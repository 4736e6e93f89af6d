package io.github.registryclient.cleanup.files;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.internal.Excerpt;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Documents for people: written beside their place first, so that whoever finds one finds all of it. */
public final class WholeFiles {
    private WholeFiles() {}

    /** Writes a document. */
    public interface Content {
        /**
         * Writes it.
         *
         * @param out where to
         * @throws IOException if that fails
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes one.
     *
     * @param what what it is, for the message
     * @param file where to; replaced if it is there
     * @param content what to write
     * @throws InvalidInputException if it cannot be written
     */
    public static void write(String what, Path file, Content content) {
        Path target = file.toAbsolutePath();
        try {
            Path beside = Files.createTempFile(
                    target.getParent(), target.getFileName().toString(), ".tmp");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside))) {
                    content.writeTo(out);
                }
                move(beside, target);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new InvalidInputException(
                    what + " cannot be written to " + Excerpt.of(file.toString()) + ": " + e + "; name a file that can",
                    e);
        }
    }

    /** In one step where the file system can: a replaced file is removed first otherwise, and a reader may find none. */
    private static void move(Path beside, Path target) throws IOException {
        try {
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
