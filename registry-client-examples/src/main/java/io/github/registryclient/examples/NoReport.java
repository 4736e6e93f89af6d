package io.github.registryclient.examples;

import io.github.registryclient.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** What stands where a report would, if there was no run: else whoever reads the file finds the run before. */
final class NoReport {
    private NoReport() {}

    static void write(Path file, int exitCode, Throwable failure) {
        Path target = file.toAbsolutePath();
        try {
            Path whole = Files.createTempFile(target.resolveSibling("."), ".report", ".tmp");
            try {
                Files.writeString(whole, json(exitCode, String.valueOf(failure.getMessage())));
                Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException e) {
            throw new InvalidInputException("the report cannot be written to " + file + ": " + e);
        }
    }

    /** With the fields of a report as far as there is something to say. */
    static String json(int exitCode, String cause) {
        return "{\n  \"reportVersion\" : 1,\n  \"status\" : \""
                + (exitCode == ExitCode.REFUSED ? "REFUSED" : "FAILED")
                + "\",\n  \"stopped\" : "
                + quoted(cause)
                + "\n}\n";
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
