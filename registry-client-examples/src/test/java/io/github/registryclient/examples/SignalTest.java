package io.github.registryclient.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.registryclient.testkit.contract.RealRegistries;
import io.github.registryclient.testkit.process.RegistryProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whenever the demo is ended, it leaves neither a process nor a folder. */
class SignalTest {
    private static final Path KILL = Path.of("/bin/kill");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INT  | 130 | A registry is started",
                "INT  | 130 | storage",
                "TERM | 143 | A registry is started",
                "TERM | 143 | 1. ",
                "TERM | 143 | 6. Deleting",
                "HUP  | 129 | 7. "
            })
    void a_signal_at_any_time_leaves_nothing_behind(String signal, int exitCode, String moment) throws Exception {
        RealRegistries.assumePresent(RegistryProgram.DISTRIBUTION_2);
        assumeTrue(Files.isExecutable(KILL), "skipped: " + KILL + " is missing");
        try (ChildJvm child = ChildJvm.demo(folder, Map.of())) {
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> child.output().contains(moment));
            assumeFalse(
                    signal.equals("INT") && child.ignoresInterrupt(), "skipped: SIGINT is ignored in the background");

            kill(signal, child.process);

            assertThat(child.process.waitFor(60, TimeUnit.SECONDS))
                    .as(child.output())
                    .isTrue();
            assertThat(child.process.exitValue()).as(child.output()).isEqualTo(exitCode);
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(child.leftProcesses()).isEmpty());
            assertThat(child.leftFiles()).as(child.output()).isEmpty();
            assertThat(child.output()).doesNotContain("\tat ", "Space came back");
        }
    }

    private static void kill(String signal, Process process) throws IOException, InterruptedException {
        int exitCode = new ProcessBuilder(KILL.toString(), "-" + signal, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        assertThat(exitCode).as("kill").isZero();
    }
}
