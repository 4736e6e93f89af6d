package io.github.registryclient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command cleanup: plan and apply in one. */
class CleanupCommandTest {
    @TempDir
    private Path folder;

    private CleanupBench bench;

    @BeforeEach
    void fill() throws IOException {
        bench = new CleanupBench(folder);
    }

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void without_a_yes_it_only_shows_what_would_go_and_how_to_go_on() {
        CommandRun run = bench.cleanup("--report", bench.report.toString());

        assertThat(run.exitCode).as(run.toString()).isEqualTo(ExitCode.OK);
        assertThat(run.out)
                .contains(": 3 manifests to delete in 1 repositories\n")
                .endsWith("Nothing was deleted. To do it add --yes, or keep the plan with --out for \"run apply\".\n");
        assertThat(bench.registry.requests().all())
                .allMatch(request -> Set.of("GET", "HEAD").contains(request.method()));
        assertThat(bench.journal).doesNotExist();
        assertThat(bench.report).doesNotExist();
    }

    @Test
    void a_plan_that_was_kept_is_named_for_apply_which_does_it() {
        CommandRun run = bench.cleanup("--out", bench.plan.toString());

        assertThat(run.out).endsWith("Nothing was deleted. To do it: run apply " + bench.plan + "\n");
        assertThat(bench.apply().exitCode).isEqualTo(ExitCode.OK);
        assertThat(bench.tags()).containsExactly("latest");
    }

    @Test
    void with_yes_it_shows_and_deletes_and_reports() throws IOException {
        CommandRun run = bench.cleanup("--yes", "--report", bench.report.toString());

        assertThat(run.exitCode).as(run.toString()).isEqualTo(ExitCode.OK);
        assertThat(run.out).containsSubsequence("3 manifests to delete", "DONE after ", "3 DELETED");
        assertThat(bench.tags()).containsExactly("latest");
        assertThat(Files.readString(bench.report)).contains("\"status\" : \"DONE\"");
    }

    @Test
    void a_second_time_there_is_nothing_to_do_and_that_is_done() {
        bench.cleanup("--yes");

        CommandRun run = bench.cleanup("--yes");

        assertThat(run.exitCode).as(run.toString()).isEqualTo(ExitCode.OK);
        assertThat(run.out).contains(": 0 manifests to delete", "DONE after ");
    }

    @Test
    void with_a_state_the_journal_lies_in_it() {
        Path state = folder.resolve("state");

        CommandRun.of(
                "cleanup", bench.url(), "--policy", bench.policy.toString(), "--state", state.toString(), "--yes");

        assertThat(state.resolve("journal")).isDirectoryRecursivelyContaining("glob:**/runs/*.jsonl");
    }

    @Test
    void a_plan_that_cannot_be_made_is_refused_where_schedules_see_it_and_the_report_says_so() throws IOException {
        Path running = Files.writeString(folder.resolve("running"), "\n");

        CommandRun run = bench.cleanup("--yes", "--in-use", running.toString(), "--report", bench.report.toString());

        assertThat(run.exitCode).as(run.toString()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err).contains("a source of what is in use names nothing").doesNotContain("\tat ");
        assertThat(Files.readString(bench.report)).contains("\"status\" : \"REFUSED\"");
        assertThat(bench.tags()).hasSize(4);
    }

    @Test
    void a_mistake_in_the_policy_is_wrong_usage() throws IOException {
        Files.writeString(bench.policy, "{}");

        CommandRun run = bench.cleanup("--yes");

        assertThat(run.exitCode).as(run.toString()).isEqualTo(ExitCode.USAGE);
        assertThat(bench.registry.requests().all()).isEmpty();
    }
}
