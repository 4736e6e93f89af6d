package io.github.registryclient.cleanup.journal;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.manifest.Manifest;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a manifest was kept. Immutable. */
final class KeptManifest {
    private final RunFiles files;
    private final String run;
    private final int number;
    private final RunLines.Place place;

    KeptManifest(RunFiles files, String run, int number, RunLines.Place place) {
        this.files = files;
        this.run = run;
        this.number = number;
        this.place = place;
    }

    /** Reads it. What has no digest that can be computed is proven by the check of its line. */
    Manifest read() {
        Path file = files.running(run);
        if (!Files.exists(file)) {
            file = files.ended(run);
        }
        try {
            return read(file);
        } catch (FileNotFoundException e) {
            if (file.equals(files.running(run)) && Files.exists(files.ended(run))) {
                return read(); // it ended just now
            }
            throw RunReading.unreadable(file, e);
        } catch (IOException e) {
            throw RunReading.unreadable(file, e);
        }
    }

    private Manifest read(Path file) throws IOException {
        byte[] line = new byte[place.length];
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            open.seek(place.from);
            open.readFully(line);
            if (!Line.isWhole(line, place.before)) {
                throw new InvalidInputException("its check does not fit: it was changed since it was read first");
            }
            return new LineReader(Line.objectOf(line)).manifest();
        } catch (EOFException e) {
            throw RunReading.damaged(file, number, new InvalidInputException("it is not there any more", e));
        } catch (RegistryException | IllegalArgumentException e) {
            throw RunReading.damaged(file, number, e);
        }
    }
}
