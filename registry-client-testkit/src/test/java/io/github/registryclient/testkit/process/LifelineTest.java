package io.github.registryclient.testkit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.registryclient.testkit.contract.RealRegistries;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifelineTest {
    @TempDir
    Path folder;

    @Test
    void a_registry_ends_with_a_jvm_that_is_killed() throws Exception {
        RegistryProgram program = RealRegistries.assumePresent(RegistryProgram.DISTRIBUTION_2);
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "skipped: no /bin/sh to watch with");
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starter.class.getName(),
                        program.name(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(output.readLine()).startsWith("started http://127.0.0.1:");
            List<ProcessHandle> children = jvm.children().collect(Collectors.toList());
            assertThat(children).as("the registry and its watcher").hasSize(2).allMatch(ProcessHandle::isAlive);

            jvm.destroyForcibly();

            for (ProcessHandle child : children) {
                child.onExit().get(20, TimeUnit.SECONDS);
            }
        } finally {
            jvm.destroyForcibly();
        }
    }

    /** What runs in the JVM that is killed. */
    static final class Starter {
        private Starter() {}

        public static void main(String[] arguments) throws IOException {
            RegistryProcess registry = RegistryProcess.start(
                    RegistryProgram.find(arguments[0]).orElseThrow(),
                    RegistryOptions.defaults(),
                    Path.of(arguments[1]));
            System.out.println("started " + registry.uri());
            int killed = System.in.read();
            throw new AssertionError("went on after " + killed);
        }
    }
}
