package io.github.registryclient.tests.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.tests.ProjectTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the README shows compiles, because it is a copy of something that does. */
class ReadmeSnippetsTest {
    private static final Path README = ProjectTree.root().resolve("README.md");

    @Test
    void every_java_block_names_the_region_that_it_shows() throws IOException {
        assertThat(snippets())
                .as("java blocks of README.md need a line <!-- snippet: path/File.java#region --> right before them")
                .allMatch(snippet -> snippet.region().isPresent());
    }

    @Test
    void every_java_block_says_what_the_compiled_region_says() throws IOException {
        for (Snippet snippet : snippets()) {
            if (snippet.region().isPresent()) {
                assertThat(snippet.code).as(snippet.toString()).isEqualTo(compiled(snippet));
            }
        }
    }

    private static List<Snippet> snippets() throws IOException {
        assertThat(README).as("the README lies beside the parent POM").isRegularFile();
        return Snippet.of(Files.readString(README));
    }

    private static String compiled(Snippet snippet) throws IOException {
        Path source = ProjectTree.root().resolve(snippet.path().orElseThrow());
        assertThat(source).as(snippet.toString()).isRegularFile();
        String region = snippet.region().orElseThrow();
        return Region.find(Files.readString(source), region)
                .orElseThrow(() -> new AssertionError(
                        snippet + ": no '// region " + region + "' with its '// endregion' in " + source));
    }
}
