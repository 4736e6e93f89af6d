package io.github.registryclient.cleanup.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFilesTest {
    @TempDir
    Path folder;

    private static void write(Path file, String text) {
        WholeFiles.write("the report", file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_file_takes_the_place_of_the_one_before() throws IOException {
        Path file = folder.resolve("report.json");
        write(file, "one");
        write(file, "two");

        assertThat(file).hasContent("two");
        assertThat(folder.toFile().list()).containsExactly("report.json");
    }

    @Test
    void what_is_in_its_place_is_never_removed_first() throws IOException {
        Path file = Files.createDirectory(folder.resolve("report.json"));

        assertThatThrownBy(() -> write(file, "one"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("the report cannot be written");

        assertThat(file).isEmptyDirectory();
        assertThat(folder.toFile().list()).containsExactly("report.json");
    }
}
