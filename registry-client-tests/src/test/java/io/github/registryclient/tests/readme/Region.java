package io.github.registryclient.tests.readme;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What stands between {@code // region NAME} and the next {@code // endregion} of a source file. */
final class Region {
    private Region() {}

    /** The region, normalised; empty if the file has none of that name or does not end it. */
    static Optional<String> find(String source, String name) {
        List<String> lines = List.of(source.split("\n", -1));
        List<String> bare = lines.stream().map(String::strip).collect(Collectors.toList());
        int start = bare.indexOf("// region " + name);
        if (start < 0) {
            return Optional.empty();
        }
        int length = bare.subList(start + 1, bare.size()).indexOf("// endregion");
        return length < 0 ? Optional.empty() : Optional.of(normalised(lines.subList(start + 1, start + 1 + length)));
    }

    /** Without the indent that all lines share, without space at line ends and without empty lines around. */
    static String normalised(List<String> lines) {
        int indent = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        String text = lines.stream()
                .map(line -> line.isBlank() ? "" : line.substring(indent).stripTrailing())
                .collect(Collectors.joining("\n"));
        return text.replaceAll("^\n+|\n+$", "");
    }
}
