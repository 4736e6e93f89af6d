package io.github.registryclient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {
    @Test
    void help_names_every_option_on_lines_that_fit() {
        CommandRun run = CommandRun.of("demo", "--help");

        assertThat(run.exitCode).as(run.toString()).isZero();
        assertThat(run.out)
                .contains(
                        "--embedded", "--registry=URL", "--delete", "--keep=N", "--user=NAME", "--yes", "Exit codes:");
        assertThat(run.out.lines()).allMatch(line -> line.length() <= 100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "demo --keep 0                                    | at least one build is kept",
                "demo --delete                                    | add --registry",
                "demo --embedded --registry http://127.0.0.1:1    | --embedded is a registry of the demo's",
                "demo --nonsense                                  | Unknown option: '--nonsense'",
                "demo --registry ftp://localhost:5000             | ftp",
                "demo --registry http://127.0.0.1:1 --repository A| A",
                "demo --registry                                  | --registry",
                "nonsense                                         | nonsense",
            })
    void what_makes_no_sense_is_refused_with_exit_code_2(String line, String said) {
        CommandRun run = CommandRun.of(line.strip().split(" +", -1));

        assertThat(run.exitCode).as(run.toString()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err).contains(said).doesNotContain("\tat ");
    }

    @Test
    void a_registry_that_does_not_answer_is_told_in_a_line_with_exit_code_4() {
        CommandRun run = CommandRun.of("demo", "--registry", "http://127.0.0.1:1");

        assertThat(run.exitCode).as(run.toString()).isEqualTo(ExitCode.REGISTRY);
        assertThat(run.err)
                .startsWith("run: GET http://127.0.0.1:1/v2/_catalog")
                .doesNotContain("\tat ");
    }

    @Test
    void a_user_without_a_password_and_a_terminal_is_refused() {
        CommandRun run = CommandRun.of("demo", "--registry", "http://127.0.0.1:1", "--user", "somebody");

        assertThat(run.exitCode).as(run.toString()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err).contains("no password for somebody", "REGISTRY_PASSWORD");
    }
}
