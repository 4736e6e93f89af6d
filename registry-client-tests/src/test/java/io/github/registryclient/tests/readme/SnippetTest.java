package io.github.registryclient.tests.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The finder of snippets finds them. */
class SnippetTest {
    @Test
    void a_block_is_found_with_its_marker_and_line() {
        List<Snippet> found =
                Snippet.of("README.md", "# A\n\n<!-- snippet: a/B.java#list -->\n```java\none();\n  two();\n```\n");

        assertThat(found).singleElement().satisfies(snippet -> {
            assertThat(snippet.path()).contains("a/B.java");
            assertThat(snippet.region()).contains("list");
            assertThat(snippet.code).isEqualTo("one();\n  two();");
            assertThat(snippet.line).isEqualTo(4);
        });
    }

    @Test
    void a_block_without_a_marker_right_before_it_is_found_too() {
        List<Snippet> found = Snippet.of(
                "README.md", "<!-- snippet: a/B.java#list -->\n\n```java\none();\n```\n```java\ntwo();\n```\n");

        assertThat(found).hasSize(2).noneMatch(snippet -> snippet.region().isPresent());
    }

    @Test
    void blocks_of_other_languages_are_not_looked_at() {
        assertThat(Snippet.of("README.md", "```sh\n./mvnw verify\n```\n```javascript\n1\n```\n"))
                .isEmpty();
    }

    @Test
    void a_region_loses_the_indent_that_its_lines_share() {
        String source = "class B {\n    // region list\n    one();\n\n        two();   \n    // endregion\n}\n";

        assertThat(Region.find(source, "list")).contains("one();\n\n    two();");
    }

    @Test
    void a_region_that_is_missing_or_does_not_end_is_not_found() {
        assertThat(Region.find("// region lists\n// endregion\n", "list")).isEmpty();
        assertThat(Region.find("// region list\none();\n", "list")).isEmpty();
    }
}
