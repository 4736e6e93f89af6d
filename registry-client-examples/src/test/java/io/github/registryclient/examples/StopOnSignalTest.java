package io.github.registryclient.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.registryclient.name.Digest;
import io.github.registryclient.testkit.traffic.Fault;
import io.github.registryclient.testkit.traffic.RequestPattern;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real process that gets a signal while the registry is at a DELETE. */
class StopOnSignalTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"TERM, 143, apply", "INT, 130, apply", "HUP, 129, cleanup"})
    void the_item_in_hand_is_finished_and_the_report_is_written_and_shown_within_ten_seconds(
            String signal, int exitCode, String command) throws Exception {
        assumeTrue(Files.isExecutable(Path.of(SignalledDemo.KILL)), "skipped: " + SignalledDemo.KILL + " is missing");
        try (CleanupBench bench = new CleanupBench(Files.createDirectory(folder.resolve("bench")))) {
            bench.plan();
            Set<Digest> digests = Set.copyOf(bench.web().tags().values());
            bench.registry
                    .script()
                    .on(RequestPattern.delete("/v2/**"))
                    .always()
                    .letThroughBut(Fault.delayBefore(Duration.ofSeconds(1)));
            try (ChildJvm child = start(command, bench)) {
                assumeFalse(
                        signal.equals("INT") && child.ignoresInterrupt(),
                        "skipped: SIGINT is ignored in the background");
                await().atMost(Duration.ofSeconds(60))
                        .pollInterval(Duration.ofMillis(10))
                        .until(() -> digests.stream().anyMatch(digest -> isBeingDeleted(bench, digest)));
                new ProcessBuilder(SignalledDemo.KILL, "-" + signal, Long.toString(child.process.pid()))
                        .start()
                        .waitFor();

                assertThat(child.process.waitFor(10, TimeUnit.SECONDS))
                        .as(child.output())
                        .isTrue();
                assertThat(child.process.exitValue()).as(child.output()).isEqualTo(exitCode);
                assertThat(child.output())
                        .contains("stopped: the program was told to end, by Ctrl-C or a signal\nPARTIAL after ")
                        .contains("NOT_REACHED\n")
                        .doesNotContain("FAILED", "\tat ");
                assertThat(Files.readString(bench.report))
                        .contains(
                                "\"status\" : \"PARTIAL\"",
                                "\"DELETED\" : " + (4 - bench.tags().size()));
            }
            CommandRun rest = bench.apply();
            assertThat(rest.exitCode).as(rest.toString()).isEqualTo(ExitCode.OK);
            assertThat(bench.tags()).containsExactly("latest");
        }
    }

    @Test
    void an_undo_ends_within_ten_seconds_and_another_goes_on_from_there() throws Exception {
        assumeTrue(Files.isExecutable(Path.of(SignalledDemo.KILL)), "skipped: " + SignalledDemo.KILL + " is missing");
        try (CleanupBench bench = new CleanupBench(Files.createDirectory(folder.resolve("bench")))) {
            bench.cleanup("--yes");
            bench.registry.clearRequests();
            RequestPattern put = RequestPattern.put("/v2/shop/web/manifests/**");
            bench.registry.script().on(put).always().letThroughBut(Fault.delayBefore(Duration.ofSeconds(1)));
            try (ChildJvm child = ChildJvm.command(folder, "undo", "--journal", bench.journal.toString())) {
                await().atMost(Duration.ofSeconds(60))
                        .pollInterval(Duration.ofMillis(10))
                        .until(() -> !bench.registry.requests().matching(put).isEmpty());
                new ProcessBuilder(SignalledDemo.KILL, "-TERM", Long.toString(child.process.pid()))
                        .start()
                        .waitFor();

                assertThat(child.process.waitFor(10, TimeUnit.SECONDS))
                        .as(child.output())
                        .isTrue();
                assertThat(child.process.exitValue()).as(child.output()).isEqualTo(143);
                assertThat(child.output()).contains("run: ").doesNotContain("\tat ");
            }
            CommandRun rest = bench.undo();
            assertThat(rest.exitCode).as(rest.toString()).isEqualTo(ExitCode.OK);
            assertThat(bench.tags()).hasSize(4);
        }
    }

    private static boolean isBeingDeleted(CleanupBench bench, Digest digest) {
        RequestPattern deletion = RequestPattern.delete("/v2/shop/web/manifests/" + digest);
        return !bench.registry.requests().matching(deletion).isEmpty();
    }

    private ChildJvm start(String command, CleanupBench bench) throws Exception {
        String journal = bench.journal.toString();
        String report = bench.report.toString();
        return command.equals("apply")
                ? ChildJvm.command(
                        folder, "apply", bench.plan.toString(), "--journal", journal, "--report", report, "--quiet")
                : ChildJvm.command(
                        folder,
                        "cleanup",
                        bench.url(),
                        "--yes",
                        "--policy",
                        bench.policy.toString(),
                        "--journal",
                        journal,
                        "--report",
                        report);
    }
}
