package io.github.registryclient.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.registryclient.testkit.contract.RealRegistries;
import io.github.registryclient.testkit.process.RegistryProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whenever the demo is ended, it leaves neither a process nor a folder. */
class SignalTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> signals() {
        return Stream.of(
                Arguments.of("INT", 130, "A registry is started"),
                Arguments.of("INT", 130, "storage"),
                Arguments.of("TERM", 143, "A registry is started"),
                Arguments.of("TERM", 143, "1. "),
                Arguments.of("TERM", 143, "6. Deleting"),
                Arguments.of("TERM", 143, "8. Back again"),
                Arguments.of("HUP", 129, "9. "));
    }

    @ParameterizedTest
    @MethodSource("signals")
    void a_signal_at_any_time_leaves_nothing_of_a_real_registry(String signal, int exitCode, String moment)
            throws Exception {
        RealRegistries.assumePresent(RegistryProgram.DISTRIBUTION_2);
        nothingIsLeftAfter(signal, exitCode, moment);
    }

    @ParameterizedTest
    @MethodSource("signals")
    void a_signal_at_any_time_leaves_nothing_of_the_embedded_registry(String signal, int exitCode, String moment)
            throws Exception {
        nothingIsLeftAfter(signal, exitCode, moment, "--embedded");
    }

    private void nothingIsLeftAfter(String signal, int exitCode, String moment, String... options) throws Exception {
        assumeTrue(Files.isExecutable(Path.of(SignalledDemo.KILL)), "skipped: " + SignalledDemo.KILL + " is missing");
        try (ChildJvm child = ChildJvm.signalled(folder, signal, moment, options)) {
            assumeFalse(
                    signal.equals("INT") && child.ignoresInterrupt(), "skipped: SIGINT is ignored in the background");

            assertThat(child.process.waitFor(60, TimeUnit.SECONDS))
                    .as(child.output())
                    .isTrue();
            assertThat(child.process.exitValue()).as(child.output()).isEqualTo(exitCode);
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(child.leftProcesses()).isEmpty());
            assertThat(child.leftFiles()).as(child.output()).isEmpty();
            assertThat(child.output()).contains(moment).doesNotContain("\tat ");
        }
    }
}
