package io.github.registryclient.testkit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramSearchTest {
    @TempDir
    Path folder;

    @TempDir
    Path other;

    @BeforeAll
    static void scripts_can_be_run() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "skipped: no /bin/sh for scripts that pose as programs");
    }

    @Test
    void distribution_3_is_told_from_2_by_its_version_whatever_the_file_is_called() throws IOException {
        program(folder, "registry", "registry github.com/docker/distribution 2.8.3");
        program(other, "registry", "registry github.com/distribution/distribution/v3 v3.1.2+unknown");
        ProgramSearch search = ProgramSearch.of(folder + File.pathSeparator + other);

        RegistryProgram second =
                search.find(Flavors.named(RegistryProgram.DISTRIBUTION_2)).orElseThrow();
        RegistryProgram third =
                search.find(Flavors.named(RegistryProgram.DISTRIBUTION_3)).orElseThrow();

        assertThat(second.executable()).isEqualTo(folder.resolve("registry"));
        assertThat(second.version()).isEqualTo("2.8.3");
        assertThat(second.name()).isEqualTo("docker-registry");
        assertThat(third.executable()).isEqualTo(other.resolve("registry"));
        assertThat(third.version()).isEqualTo("v3.1.2+unknown");
    }

    @Test
    void another_program_of_the_same_name_is_not_taken() throws IOException {
        for (String name : List.of("registry", "docker-registry", "crane", "zot")) {
            program(folder, name, "version 3.1.2");
        }
        ProgramSearch search = ProgramSearch.of(folder.toString());

        assertThat(Flavors.all())
                .allSatisfy(flavor -> assertThat(search.find(flavor)).isEmpty());
    }

    @Test
    void a_file_that_is_not_executable_is_not_taken() throws IOException {
        Path file = program(folder, "docker-registry", "docker-registry github.com/docker/distribution 2.8.2");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(ProgramSearch.of(folder.toString()).find(Flavors.named(RegistryProgram.DISTRIBUTION_2)))
                .isEmpty();
    }

    @Test
    void an_empty_path_has_no_programs() {
        assertThat(ProgramSearch.of("").find(Flavors.named(RegistryProgram.CRANE)))
                .isEmpty();
    }

    @Test
    void zot_and_crane_are_known_by_what_they_print() throws IOException {
        program(folder, "zot", "{\"distribution-spec\":\"1.1.1\",\"commit\":\"v2.1.8-0-g1\",\"message\":\"version\"}");
        program(folder, "crane", "      --disk string      Path to a directory");
        ProgramSearch search = ProgramSearch.of(folder.toString());

        assertThat(search.find(Flavors.named(RegistryProgram.ZOT)).orElseThrow().version())
                .isEqualTo("v2.1.8-0-g1");
        assertThat(search.find(Flavors.named(RegistryProgram.CRANE))).isPresent();
    }

    @Test
    void an_unknown_name_is_refused_with_the_known_ones() {
        assertThatThrownBy(() -> RegistryProgram.find("harbor"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("docker-registry, registry, crane, zot");
    }

    private static Path program(Path where, String name, String prints) throws IOException {
        Path file = where.resolve(name);
        Files.writeString(file, "#!/bin/sh\ncat <<'END'\n" + prints + "\nEND\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
