package io.github.registryclient.examples;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.registryclient.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** What stands where a report would, if there was no run: else whoever reads the file finds the run before. */
final class NoReport {
    private static final int VERSION = 1;

    private NoReport() {}

    static void write(Path file, int exitCode, Throwable failure) {
        Path target = file.toAbsolutePath();
        try {
            Path whole = Files.createTempFile(target.getParent(), ".report", ".tmp");
            try {
                write(whole, exitCode, failure.getMessage());
                Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException e) {
            throw new InvalidInputException("the report cannot be written to " + file + ": " + e);
        }
    }

    private static void write(Path file, int exitCode, @Nullable String cause) throws IOException {
        try (JsonGenerator json =
                new JsonFactory().createGenerator(Files.newOutputStream(file)).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeNumberField("reportVersion", VERSION);
            json.writeStringField("status", exitCode == ExitCode.REFUSED ? "REFUSED" : "FAILED");
            json.writeStringField("stopped", String.valueOf(cause));
            json.writeEndObject();
        }
    }
}
