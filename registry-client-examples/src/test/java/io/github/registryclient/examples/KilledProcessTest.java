package io.github.registryclient.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.registryclient.name.Digest;
import io.github.registryclient.testkit.RepositorySnapshot;
import io.github.registryclient.testkit.traffic.Fault;
import io.github.registryclient.testkit.traffic.RequestPattern;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process that is killed, as by {@code kill -9}, while the registry is at a DELETE. */
class KilledProcessTest {
    @TempDir
    private Path folder;

    @Test
    void the_next_run_takes_over_the_lease_settles_what_was_in_hand_and_all_of_it_can_be_taken_back() throws Exception {
        try (CleanupBench bench = new CleanupBench(Files.createDirectory(folder.resolve("bench")))) {
            RepositorySnapshot before = bench.web();
            bench.plan();
            Set<Digest> digests = Set.copyOf(before.tags().values());
            bench.registry
                    .script()
                    .on(RequestPattern.delete("/v2/**"))
                    .always()
                    .letThroughBut(Fault.delayBefore(Duration.ofSeconds(1)));
            try (ChildJvm child = ChildJvm.command(
                    folder, "apply", bench.plan.toString(), "--journal", bench.journal.toString(), "--quiet")) {
                await().atMost(Duration.ofSeconds(60))
                        .pollInterval(Duration.ofMillis(10))
                        .until(() ->
                                !digests.equals(Set.copyOf(bench.web().tags().values())));
                child.process.destroyForcibly();
                assertThat(child.process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            }

            CommandRun rest = bench.apply();
            assertThat(rest.exitCode).as(rest.toString()).isEqualTo(ExitCode.OK);
            assertThat(rest.toString()).contains("was killed; what it had begun is settled in the journal");
            assertThat(bench.tags()).containsExactly("latest");

            CommandRun undone = bench.undo("shop/web");
            assertThat(undone.exitCode).as(undone.toString()).isEqualTo(ExitCode.OK);
            assertThat(bench.web()).isEqualTo(before);
        }
    }
}
