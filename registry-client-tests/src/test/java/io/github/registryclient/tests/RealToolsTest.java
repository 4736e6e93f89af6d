package io.github.registryclient.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class RealToolsTest {
    @TempDir
    private Path folder;

    @Test
    void a_missing_tool_skips_the_test_or_fails_it_where_it_is_required() {
        assertThatThrownBy(() -> RealTools.orEndTest("skopeo", folder.toString(), "conformance"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("skipped: skopeo is not on the PATH");
        assertThatThrownBy(() -> RealTools.orEndTest("skopeo", folder.toString(), "conformance,skopeo"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("has to be");
        assertThatThrownBy(() -> RealTools.orEndTest("skopeo", folder.toString(), "scopeo"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("known are only");
    }

    @Test
    void the_first_on_the_path_is_the_tool() throws IOException {
        Path tool = Files.createFile(folder.resolve("skopeo"));
        assertThat(tool.toFile().setExecutable(true)).isTrue();

        assertThat(RealTools.orEndTest("skopeo", "/none:" + folder, "")).isEqualTo(tool);
    }
}
