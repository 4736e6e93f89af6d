package io.github.registryclient.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderInUseTest {
    @TempDir
    Path folder;

    private EmbeddedRegistry start(Path path) {
        return EmbeddedRegistry.builder().folder(path).start();
    }

    @Test
    void a_second_registry_of_this_process_is_refused_until_the_first_is_closed() throws IOException {
        try (EmbeddedRegistry first = start(folder)) {
            assertThatThrownBy(() -> start(folder))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("the registry could not be started: the folder " + folder.toRealPath()
                            + " is in use by another registry in this process: close that one first, or give this one a"
                            + " folder of its own");
            assertThatThrownBy(() -> start(folder)).isInstanceOf(UncheckedIOException.class);
            assertThat(push(first)).isTrue();
        }

        start(folder).close();
    }

    @Test
    void a_folder_is_the_same_by_whatever_name() throws IOException {
        Path link = folder.resolve("link");
        Path real = Files.createDirectory(folder.resolve("real"));
        Files.createSymbolicLink(link, real);
        try (EmbeddedRegistry first = start(link)) {
            assertThat(push(first)).isTrue();
            assertThatThrownBy(() -> start(real)).hasMessageContaining("in use");
            assertThatThrownBy(() -> start(folder.resolve("link/../real"))).hasMessageContaining("in use");
        }
    }

    @Test
    void another_process_is_refused_also_after_one_of_this_process_was() throws Exception {
        try (EmbeddedRegistry first = start(folder)) {
            assertThatThrownBy(() -> start(folder)).isInstanceOf(UncheckedIOException.class);

            Process child = child();
            try {
                assertThat(line(child))
                        .contains("the folder " + folder.toRealPath() + " is in use by another registry in process "
                                + ProcessHandle.current().pid() + " of ");
            } finally {
                child.destroyForcibly();
            }
            assertThat(push(first)).isTrue();
        }
    }

    @Test
    void a_process_that_crashed_does_not_block_its_folder() throws Exception {
        Process child = child();
        try {
            assertThat(line(child)).isEqualTo("started");
            assertThatThrownBy(() -> start(folder))
                    .hasMessageContaining("in use by another registry in process " + child.pid() + " of ");
        } finally {
            child.destroyForcibly().waitFor();
        }

        try (EmbeddedRegistry next = start(folder)) {
            assertThat(push(next)).isTrue();
        }
    }

    @Test
    void a_folder_that_could_not_be_read_is_not_in_use() throws IOException {
        Files.createDirectories(folder.resolve("repositories/a/_tags"));
        Path broken = Files.writeString(folder.resolve("repositories/a/_tags/x"), "no digest");
        assertThatThrownBy(() -> start(folder)).isInstanceOf(RuntimeException.class);

        Files.delete(broken);

        start(folder).close();
    }

    private static boolean push(EmbeddedRegistry registry) {
        RegistryFiller filler = RegistryFiller.of(registry.uri());
        filler.push(SampleRepository.named("a")
                .tag("x", SampleImages.seeded(1).image())
                .build());
        return filler.hasManifest(RepositoryName.of("a"), Tag.of("x"));
    }

    /** Starts a registry on the folder in another process, which says so and waits. */
    private Process child() throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        Holder.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
    }

    private static String line(Process child) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            return String.valueOf(reader.readLine());
        }
    }

    /** The other process: it ends when its parent does, or kills it. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] args) throws IOException {
            try {
                EmbeddedRegistry registry =
                        EmbeddedRegistry.builder().folder(Path.of(args[0])).start();
                System.out.println("started");
                System.in.read();
                registry.close();
            } catch (UncheckedIOException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
