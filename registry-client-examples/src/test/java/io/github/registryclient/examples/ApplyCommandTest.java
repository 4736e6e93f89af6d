package io.github.registryclient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.cleanup.journal.FolderJournal;
import io.github.registryclient.cleanup.journal.Lease;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.plan.PlanHeader;
import io.github.registryclient.cleanup.undo.UndoItem;
import io.github.registryclient.cleanup.undo.UndoReport;
import io.github.registryclient.examples.snippets.CleanUp;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.testkit.RepositorySnapshot;
import io.github.registryclient.testkit.traffic.RequestPattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command apply, on three old builds that go and a release that stays. */
class ApplyCommandTest {
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
    void a_kept_plan_is_carried_out_on_its_own_registry_written_down_and_reported() throws IOException {
        bench.plan();

        CommandRun run = bench.apply();

        assertThat(run.exitCode).as(run.toString()).isEqualTo(ExitCode.OK);
        assertThat(run.out)
                .startsWith("DONE after ")
                .contains("3 DELETED\n", "written down as run ", " requests, 0 of them again");
        assertThat(bench.tags()).containsExactly("latest");
        assertThat(Files.readString(bench.report)).contains("\"status\" : \"DONE\"", "\"traffic\" : {");
        assertThat(bench.journal).isDirectoryRecursivelyContaining("glob:**/runs/*.jsonl");
    }

    @Test
    void what_a_limit_leaves_is_partial_and_another_run_goes_on_from_there() throws IOException {
        bench.plan();

        CommandRun first = bench.apply("--at-most", "1");
        assertThat(first.exitCode).as(first.toString()).isEqualTo(ExitCode.PARTIAL);
        assertThat(first.out).startsWith("stopped: it was to delete 1 at most\nPARTIAL");
        assertThat(bench.tags()).hasSize(3);
        assertThat(Files.readString(bench.report)).contains("\"status\" : \"PARTIAL\"");

        CommandRun second = bench.apply();
        assertThat(second.exitCode).as(second.toString()).isEqualTo(ExitCode.OK);
        assertThat(second.out).contains("2 DELETED\n1 ALREADY_GONE\n");
        assertThat(bench.tags()).containsExactly("latest");
    }

    @Test
    void a_plan_that_was_edited_is_refused_and_the_report_says_so() throws IOException {
        bench.plan();
        Files.writeString(bench.plan, Files.readString(bench.plan).replace("\"90d\"", "\"9d\""));
        bench.registry.clearRequests();

        refused(bench.apply(), "plan.json: it was changed after it was written");
        assertThat(Files.readString(bench.report))
                .contains("\"status\" : \"REFUSED\"", "it was changed after it was written");
        assertThat(bench.registry.requests().all()).isEmpty();
    }

    @Test
    void a_plan_of_two_days_ago_is_refused_unless_that_is_allowed() {
        bench.plan();
        Plan plan = Plan.read(bench.plan);
        PlanHeader old = PlanHeader.builder()
                .from(plan.header())
                .created(plan.header().created().minus(Duration.ofDays(2)))
                .build();
        Plan.of(
                        old,
                        plan.repositories().stream()
                                .map(repository -> repository.verdicts().judgement())
                                .collect(Collectors.toList()))
                .write(bench.plan);

        refused(bench.apply(), "the plan is 48 h 0 min old, and may be 24 h 0 min");
        assertThat(bench.tags()).hasSize(4);

        assertThat(bench.apply("--oldest-plan", "3d").exitCode).isEqualTo(ExitCode.OK);
        assertThat(bench.tags()).containsExactly("latest");
    }

    @Test
    void what_the_fuse_holds_back_is_partial_until_the_hash_of_the_plan_is_given() throws IOException {
        Files.writeString(
                bench.policy, CleanupBench.POLICY.replace("\"rules\"", "\"fuse\": {\"perRun\": 2}, \"rules\""));
        CommandRun plan = bench.plan();
        String hash = plan.out.replaceAll("(?s).*\nhash (sha256:[0-9a-f]{64})\n.*", "$1");

        CommandRun held = bench.apply();
        assertThat(held.exitCode).as(held.toString()).isEqualTo(ExitCode.PARTIAL);
        assertThat(held.out).contains("shop/web is held back, nothing of it was done: ");
        assertThat(bench.tags()).hasSize(4);

        refused(bench.apply("--accept", "sha256:" + "0".repeat(64)), "this plan's is " + hash);
        assertThat(bench.tags()).hasSize(4);

        CommandRun accepted = bench.apply("--accept", hash);
        assertThat(accepted.exitCode).as(accepted.toString()).isEqualTo(ExitCode.OK);
        assertThat(bench.tags()).containsExactly("latest");
    }

    @Test
    void a_registry_on_which_deletion_is_off_is_told_with_the_setting_to_change() {
        bench.plan();
        bench.registry.setDeletion(false);

        CommandRun run = bench.apply();

        assertThat(run.exitCode).as(run.toString()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.toString()).contains("REGISTRY_STORAGE_DELETE_ENABLED=true");
        assertThat(bench.tags()).hasSize(4);
    }

    @Test
    void a_registry_that_cannot_be_reached_is_a_failure_that_the_report_names() throws IOException {
        bench.plan();
        bench.registry.close();

        CommandRun run = bench.apply();

        assertThat(run.exitCode).as(run.toString()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err).contains("run: ").doesNotContain("\tat ");
        assertThat(Files.readString(bench.report)).contains("\"status\" : \"FAILED\"");
    }

    @Test
    void while_somebody_else_is_at_it_it_is_refused_and_told_who_that_is() {
        bench.plan();
        String registry = Plan.read(bench.plan).header().registry();
        Lease lease = new FolderJournal(bench.journal).lease(registry);
        try {
            refused(bench.apply(), "process " + ProcessHandle.current().pid());
        } finally {
            lease.close();
        }
        assertThat(bench.tags()).hasSize(4);
        assertThat(bench.apply().exitCode).isEqualTo(ExitCode.OK);
    }

    @Test
    void what_is_in_use_since_the_plan_was_made_stays() throws IOException {
        bench.plan();
        Path running = Files.writeString(folder.resolve("running"), "shop/web:" + CleanupBench.OLD.get(1) + "\n");

        CommandRun run = bench.apply("--in-use", running.toString());

        assertThat(run.exitCode).as(run.toString()).isEqualTo(ExitCode.OK);
        assertThat(run.out).contains("1 PROTECTED");
        assertThat(bench.tags()).containsExactly("latest", CleanupBench.OLD.get(1));
    }

    @Test
    void the_readmes_example_deletes_and_puts_all_of_it_back() {
        bench.plan();
        RepositorySnapshot before = bench.web();
        try (HttpRegistryClient client = HttpRegistryClient.connect(bench.url())) {
            UndoReport undone = CleanUp.apply(client, Plan.read(bench.plan), bench.journal);

            assertThat(undone.isComplete()).as(undone.toTable()).isTrue();
            assertThat(undone.counts()).containsEntry(UndoItem.Status.RESTORED, 3);
        }
        assertThat(bench.web().tags()).isEqualTo(before.tags());
    }

    @Test
    void quiet_it_shows_nothing_but_the_report() {
        bench.plan();

        CommandRun run = bench.apply("--quiet");

        assertThat(run.err).isEmpty();
        assertThat(run.out).contains("3 DELETED");
    }

    @Test
    void the_end_of_its_time_is_said() {
        bench.plan();

        CommandRun run = bench.apply("--until", "06:00", "--stop-after", "2h");

        assertThat(run.exitCode).as(run.toString()).isEqualTo(ExitCode.OK);
        assertThat(run.err).containsPattern("run: ends at \\d{4}-\\d\\d-\\d\\dT06:00:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--stop-after soon         | expected a length of time such as 2h, 90m or 1d",
                "--stop-after 0h           | expected a length of time",
                "--until never             | expected a time such as 06:00",
                "--until 2018-01-01T00:00Z | that has passed",
                "--oldest-plan yesterday   | expected a length of time",
                "--at-most 0               | expected a number from 1 on",
                "--accept 12               | invalid digest",
                "--nonsense                | Unknown option",
            })
    void wrong_usage_is_told_before_anything_is_asked(String option, String said) {
        bench.plan();
        bench.registry.clearRequests();

        CommandRun run = bench.apply(option.strip().split(" +", -1));

        assertThat(run.exitCode).as(run.toString()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err).contains(said).doesNotContain("\tat ");
        assertThat(bench.registry.requests().matching(RequestPattern.delete("/v2/**")))
                .isEmpty();
        assertThat(bench.tags()).hasSize(4);
    }

    @Test
    void a_report_that_has_no_place_is_told_before_anything_is_deleted() {
        bench.plan();

        CommandRun run = CommandRun.of(
                "apply",
                bench.plan.toString(),
                "--report",
                folder.resolve("no/report").toString());

        assertThat(run.exitCode).as(run.toString()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err).contains("there is no such folder");
        assertThat(bench.tags()).hasSize(4);
    }

    @Test
    void a_plan_that_is_not_there_is_wrong_usage() {
        CommandRun run = bench.apply();

        assertThat(run.exitCode).as(run.toString()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err).contains("plan.json", "there is no such file");
    }

    @Test
    void help_names_every_option_and_exit_code_on_lines_that_fit() {
        for (String command : new String[] {"apply", "cleanup"}) {
            CommandRun help = CommandRun.of(command, "--help");

            assertThat(help.out)
                    .contains("--journal=FOLDER", "--require-undo", "--stop-after=TIME", "--until=TIME")
                    .contains("--report=FILE", "--in-use=FILE", "--accept-slow", "--at-most=N", "--quiet")
                    .contains("10 partial", "11 refused", "12 failed");
            assertThat(help.out.lines()).allMatch(line -> line.length() <= 100);
        }
    }

    private static void refused(CommandRun run, String said) {
        assertThat(run.exitCode).as(run.toString()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err).startsWith("run: ").contains(said).doesNotContain("\tat ");
        assertThat(run.out).isEmpty();
    }
}
