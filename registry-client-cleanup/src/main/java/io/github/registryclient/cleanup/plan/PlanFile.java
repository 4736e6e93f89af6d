package io.github.registryclient.cleanup.plan;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.internal.Excerpt;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Plans in files. */
final class PlanFile {
    private PlanFile() {}

    /** Beside the file first, so that whoever finds the file finds the whole plan. */
    static void write(Plan plan, Path file) {
        Path target = file.toAbsolutePath();
        try {
            Path beside = Files.createTempFile(
                    target.getParent(), target.getFileName().toString(), ".tmp");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside))) {
                    PlanWriter.write(plan, out);
                }
                Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new InvalidInputException(
                    "the plan cannot be written to " + Excerpt.of(file.toString()) + ": " + e
                            + "; name a file that can",
                    e);
        }
    }

    static Plan read(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                InputStream again = new BufferedInputStream(Files.newInputStream(file))) {
            Plan plan = PlanReader.read(in);
            if (!DocumentHash.of(again, PlanWriter.HASH).equals(plan.hash())) {
                throw new InvalidInputException(PlanReader.CHANGED);
            }
            return plan;
        } catch (InvalidInputException e) {
            throw new InvalidInputException(Excerpt.of(file.toString()) + ": " + e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new InvalidInputException(Excerpt.of(file.toString()) + ": there is no such file", e);
        } catch (IOException e) {
            throw new InvalidInputException(Excerpt.of(file.toString()) + ": it cannot be read: " + e, e);
        }
    }
}
