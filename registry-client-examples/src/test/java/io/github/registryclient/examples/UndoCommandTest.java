package io.github.registryclient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.testkit.RepositorySnapshot;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command undo, after three old builds were deleted. */
class UndoCommandTest {
    private static final String BUILD = CleanupBench.OLD.get(1);

    @TempDir
    private Path folder;

    private CleanupBench bench;
    private RepositorySnapshot before;

    @BeforeEach
    void fill() throws IOException {
        bench = new CleanupBench(folder);
        before = bench.web();
    }

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void the_last_run_is_taken_back_on_the_only_registry_of_the_journal() {
        bench.cleanup("--yes");

        CommandRun run = bench.undo("--report", bench.report.toString());

        assertThat(run.exitCode).as(run.toString()).isEqualTo(ExitCode.OK);
        assertThat(run.out).startsWith("undo of ").contains("3 restored");
        assertThat(bench.web().tags()).isEqualTo(before.tags());
        assertThat(bench.report).isNotEmptyFile();
    }

    @Test
    void a_tag_alone_is_taken_back_and_the_rest_stays_gone() {
        bench.cleanup("--yes");

        CommandRun run = bench.undo("shop/web:" + BUILD);

        assertThat(run.exitCode).as(run.toString()).isEqualTo(ExitCode.OK);
        assertThat(bench.tags()).containsExactly("latest", BUILD);
    }

    @Test
    void a_run_is_taken_back_by_the_name_that_its_report_gave() {
        String name = bench.cleanup("--yes").out.replaceAll("(?s).*written down as run (\\S+) in.*", "$1");

        CommandRun run = bench.undo(name);

        assertThat(run.exitCode).as(run.toString()).isEqualTo(ExitCode.OK);
        assertThat(bench.tags()).hasSize(4);
    }

    @Test
    void after_garbage_was_collected_it_says_what_cannot_be_put_back_and_is_partial() {
        bench.cleanup("--yes");
        bench.registry.garbageCollect();

        CommandRun run = bench.undo();

        assertThat(run.exitCode).as(run.toString()).isEqualTo(ExitCode.PARTIAL);
        assertThat(run.out).contains("3 impossible", "sha256:");
        assertThat(bench.tags()).containsExactly("latest");
    }

    @Test
    void where_the_journal_has_several_registries_one_has_to_be_named() throws IOException {
        bench.cleanup("--yes");
        try (CleanupBench other = new CleanupBench(Files.createDirectory(folder.resolve("other")))) {
            CommandRun.of(
                    "cleanup",
                    other.url(),
                    "--policy",
                    other.policy.toString(),
                    "--journal",
                    bench.journal.toString(),
                    "--yes");

            CommandRun unclear = bench.undo();
            assertThat(unclear.exitCode).as(unclear.toString()).isEqualTo(ExitCode.USAGE);
            assertThat(unclear.err).contains("--registry", bench.url(), other.url());

            CommandRun run = bench.undo("--registry", other.url());
            assertThat(run.exitCode).as(run.toString()).isEqualTo(ExitCode.OK);
            assertThat(other.tags()).hasSize(4);
            assertThat(bench.tags()).containsExactly("latest");
        }
    }

    @Test
    void without_a_run_there_is_nothing_to_take_back() {
        CommandRun none = bench.undo();
        assertThat(none.exitCode).as(none.toString()).isEqualTo(ExitCode.USAGE);
        assertThat(none.err).contains("there are no runs in " + bench.journal, "--journal");

        CommandRun named = bench.undo("--registry", bench.url());
        assertThat(named.exitCode).as(named.toString()).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void what_somebody_took_since_stays_theirs() {
        bench.cleanup("--yes");
        RegistryFiller.of(bench.registry.uri())
                .push(SampleRepository.named("shop/web")
                        .tag(BUILD, SampleImages.seeded(7).image())
                        .build());

        CommandRun run = bench.undo();

        assertThat(run.out).contains("somebody has taken");
        assertThat(bench.tags()).hasSize(4);
        assertThat(bench.web().tags()).isNotEqualTo(before.tags());
    }

    @Test
    void where_the_report_cannot_be_written_what_was_done_is_shown_and_it_is_a_failure() {
        bench.cleanup("--yes");

        CommandRun run = bench.undo("--report", folder.resolve("no/such/report").toString());

        assertThat(run.exitCode).as(run.toString()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out).contains("3 restored");
        assertThat(run.err).startsWith("run: ").doesNotContain("\tat ");
    }

    @Test
    void what_is_no_selection_is_wrong_usage() {
        CommandRun run = bench.undo("shop/web:a b");

        assertThat(run.exitCode).as(run.toString()).isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.of("undo", "--help").out.lines()).allMatch(line -> line.length() <= 100);
    }
}
