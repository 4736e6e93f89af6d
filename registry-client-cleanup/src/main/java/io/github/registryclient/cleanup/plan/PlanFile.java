package io.github.registryclient.cleanup.plan;

import io.github.registryclient.cleanup.files.WholeFiles;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.internal.Excerpt;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Plans in files. */
final class PlanFile {
    private PlanFile() {}

    static void write(Plan plan, Path file) {
        WholeFiles.write("the plan", file, out -> PlanWriter.write(plan, out));
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
