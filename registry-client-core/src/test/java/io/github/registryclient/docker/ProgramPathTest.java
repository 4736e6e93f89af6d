package io.github.registryclient.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Programs are found as a shell finds them, but never where somebody happens to stand. */
@DisabledOnOs(OS.WINDOWS)
class ProgramPathTest {
    private final Machine machine;

    ProgramPathTest(@TempDir Path root) {
        machine = new Machine(root);
    }

    private void program(String relative, boolean executable) throws IOException {
        machine.file(relative, "");
        assertThat(machine.path(relative).toFile().setExecutable(executable)).isTrue();
    }

    private Path find(String name) throws HelperFailure {
        return new ProgramPath(machine.environment()).find(name);
    }

    @Test
    void the_first_folder_with_an_executable_file_counts() throws Exception {
        Files.createDirectories(machine.path("a/helper"));
        program("b/helper", false);
        program("c/helper", true);
        program("d/helper", true);
        machine.set(
                "PATH",
                machine.path("none") + ":" + machine.path("a") + ":" + machine.path("b") + ":" + machine.path("c") + ":"
                        + machine.path("d"));

        assertThat(find("helper")).isEqualTo(machine.path("c/helper"));
    }

    @Test
    void empty_and_relative_folders_do_not_count() throws Exception {
        Path relative = Path.of("target").toAbsolutePath().relativize(machine.path("a"));
        program("a/helper", true);
        for (String path : new String[] {"", ":", ".:bin", "::" + relative, relative.toString()}) {
            machine.set("PATH", path);
            assertThatThrownBy(() -> find("helper")).hasMessageContaining("is not on the PATH");
        }
        machine.unset("PATH");
        assertThatThrownBy(() -> find("helper")).hasMessageContaining("is not on the PATH");
    }

    @Test
    void on_windows_the_extension_comes_from_pathext_as_far_as_it_can_be_started() throws Exception {
        machine.family(Environment.Family.WINDOWS).set("Path", machine.path("a") + ";" + machine.path("b"));
        program("a/helper", false);
        program("a/helper.ps1", false);
        program("b/helper.cmd", false);
        machine.set("PATHEXT", ".PS1;.EXE;.CMD");
        assertThat(find("helper")).isEqualTo(machine.path("b/helper.cmd"));

        program("a/helper.exe", false);
        assertThat(find("helper")).isEqualTo(machine.path("a/helper.exe"));
        assertThat(find("helper.exe")).isEqualTo(machine.path("a/helper.exe"));

        machine.unset("PATHEXT");
        assertThat(find("helper")).isEqualTo(machine.path("a/helper.exe"));
    }
}
