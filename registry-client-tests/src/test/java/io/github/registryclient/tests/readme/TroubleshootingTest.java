package io.github.registryclient.tests.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.tests.ProjectTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The messages that the documentation explains are messages that the library has. */
class TroubleshootingTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`.*?`) \\|");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern LEFT_OUT = Pattern.compile("…|\\d+");
    private static final Pattern CONCATENATION = Pattern.compile("\"\\s*\\+\\s*\"");

    @Test
    void every_message_of_the_troubleshooting_table_can_be_had() throws IOException {
        String sources = sources();

        assertThat(pieces()).hasSizeGreaterThan(6).allMatch(sources::contains);
    }

    /** The quoted messages of the table, cut at what stands for other text. */
    private static List<String> pieces() throws IOException {
        String table = Files.readString(ProjectTree.root().resolve("docs/troubleshooting.md"));
        List<String> pieces = new ArrayList<>();
        for (Matcher row = ROW.matcher(table); row.find(); ) {
            for (Matcher code = CODE.matcher(row.group(1)); code.find(); ) {
                LEFT_OUT.splitAsStream(code.group(1))
                        .map(String::strip)
                        .filter(piece -> !piece.isEmpty())
                        .forEach(pieces::add);
            }
        }
        return pieces;
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Stream.of("api", "core")
                .map(module -> ProjectTree.root().resolve("registry-client-" + module + "/src/main/java"))
                .flatMap(TroubleshootingTest::walk)) {
            String all = files.filter(file -> file.toString().endsWith(".java"))
                    .map(TroubleshootingTest::read)
                    .collect(Collectors.joining());
            return CONCATENATION.matcher(all).replaceAll("");
        }
    }

    @SuppressWarnings("StreamResourceLeak") // closed by flatMap
    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
