package io.github.registryclient.cleanup.policy;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.internal.Excerpt;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A file of references: a keep file, or what is in use; one a line; empty lines and what follows a {@code #} at the start of a line do not count. */
final class KeepFile {
    private KeepFile() {}

    static Set<ImageReference> read(String what, Path file) {
        try {
            return parse(TextFiles.read(file));
        } catch (InvalidInputException e) {
            throw new InvalidInputException(what + " " + Excerpt.of(file.toString()) + ": " + e.getMessage(), e);
        }
    }

    private static Set<ImageReference> parse(String text) {
        Set<ImageReference> references = new LinkedHashSet<>();
        List<String> lines = text.lines().collect(Collectors.toList());
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                references.add(reference(i + 1, line));
            }
        }
        return references;
    }

    private static ImageReference reference(int number, String line) {
        try {
            return ImageReference.parse(line);
        } catch (InvalidInputException e) {
            throw new InvalidInputException("line " + number + ": " + e.getMessage(), e);
        }
    }
}
