package io.github.registryclient.tests.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.tests.ProjectTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README and the pages beside it show compiles, because it is a copy of something that does. */
class SnippetsAreCompiledTest {
    @Test
    void every_java_block_names_the_region_that_it_shows() throws IOException {
        assertThat(snippets())
                .as("java blocks of documents need a line <!-- snippet: path/File.java#region --> right before them")
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
        List<Snippet> all = new ArrayList<>();
        for (Path page : pages()) {
            String name = ProjectTree.root().relativize(page).toString();
            all.addAll(Snippet.of(name, Files.readString(page)));
        }
        return all;
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.list(ProjectTree.root().resolve("docs"))) {
            Stream<Path> readme = Stream.of(ProjectTree.root().resolve("README.md"));
            return Stream.concat(
                            readme,
                            pages.filter(page -> page.toString().endsWith(".md"))
                                    .sorted())
                    .collect(Collectors.toList());
        }
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
