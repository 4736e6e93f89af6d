package io.github.registryclient.testkit.registry.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"latest", "Latest", "LATEST", "1.0-RC_1", "A", "z", "_Z"})
    void a_tag_comes_back_from_its_file_name(String tag) {
        assertThat(FileName.toTag(FileName.of(tag))).isEqualTo(tag);
    }

    @Test
    void the_longest_tag_has_a_file_name_that_file_systems_take() {
        String longest = "Z".repeat(128);

        assertThat(FileName.of(longest)).hasSizeLessThan(200);
        assertThat(FileName.toTag(FileName.of(longest))).isEqualTo(longest);
    }

    @Test
    void tags_that_differ_in_case_have_files_on_any_file_system() {
        Set<String> files = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

        for (String tag : new String[] {"ab", "aB", "Ab", "AB"}) {
            assertThat(files.add(FileName.of(tag))).isTrue();
        }
    }
}
