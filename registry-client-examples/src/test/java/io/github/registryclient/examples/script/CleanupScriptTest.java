package io.github.registryclient.examples.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.examples.demo.SampleHistory;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.EmbeddedRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts in JShell as a schedule runs them: the one that cleans up, on the demo's registry, and what becomes of failures. */
class CleanupScriptTest {
    private static final Path JSHELL = Path.of("src/main/jshell");

    @TempDir
    private Path folder;

    private final EmbeddedRegistry registry = EmbeddedRegistry.start();
    private FakeProject project;

    @BeforeEach
    void prepare() throws IOException {
        assumeThat(Path.of(jdk(), "bin", "jshell")).as("skipped: no jshell").isExecutable();
        project = FakeProject.in(folder, FakeProject.SUCCEED);
        for (String file : List.of("prelude.jsh", "exit.jsh", "cleanup.jsh")) {
            project.write("registry-client-examples/src/main/jshell/" + file, Files.readString(JSHELL.resolve(file)));
        }
        SampleHistory.push(registry.uri());
    }

    @AfterEach
    void end() {
        registry.close();
    }

    private ScriptRun shell(Path script) throws IOException {
        Map<String, String> environment = Map.of(
                "JAVA_HOME", jdk(), "CLEANUP_FILES", folder.resolve("files").toString());
        return project.run(environment, "shell", registry.uri().toString(), script.toString());
    }

    private ScriptRun shell(String script) throws IOException {
        return shell(project.write("test.jsh", script));
    }

    private static Path cleanup() {
        return JSHELL.resolve("cleanup.jsh").toAbsolutePath();
    }

    private List<String> tags(String repository) {
        return registry.snapshot().repositories().get(RepositoryName.of(repository)).tags().keySet().stream()
                .map(Object::toString)
                .sorted()
                .collect(Collectors.toList());
    }

    @Test
    void fewer_than_thirty_lines_do_the_whole_job_with_a_plan_a_journal_and_a_report() throws Exception {
        assertThat(Files.readAllLines(cleanup())).hasSizeLessThan(30);

        try (ScriptRun run = shell(cleanup())) {
            run.ends(0);
            assertThat(run.out())
                    .containsSubsequence(
                            "admin/db:10.4.0 is sha256:",
                            "manifests to delete in 3 repositories",
                            "DONE after",
                            "garbage is collected.");
        }
        assertThat(tags("admin/db"))
                .contains("10.4.0", "10.5.0", "10.5.0-201808140911309", "10.5.0-201809031744120", "latest")
                .doesNotContain("10.4.0-201805151212127");
        assertThat(tags("admin/hello"))
                .contains("1.0.0", "1.1.0", "2.0.0", "2.0.0-201809251650031", "2.0.0-201809261112408", "latest")
                .doesNotContain("1.1.0-201806111004211", "1.1.0-201806121530418", "1.1.0-201806121602557");
        assertThat(Plan.read(folder.resolve("files/plan.json")).repositories()).hasSize(3);
        assertThat(Files.readString(folder.resolve("files/report.json"))).contains("\"status\" : \"DONE\"");
        assertThat(folder.resolve("files/journal")).isDirectoryRecursivelyContaining("glob:**/runs/*.jsonl");
    }

    @Test
    void where_deletion_is_off_it_is_refused_with_exit_code_11() throws Exception {
        registry.setDeletion(false);

        try (ScriptRun run = shell(cleanup())) {
            run.ends(11);
            assertThat(run.out()).contains("script: ", "REGISTRY_STORAGE_DELETE_ENABLED=true");
        }
        assertThat(tags("admin/db")).hasSize(7);
    }

    @Test
    void where_no_registry_answers_it_fails_with_exit_code_12() throws Exception {
        registry.close();

        try (ScriptRun run = shell(cleanup())) {
            run.ends(12);
            assertThat(run.out()).contains("script: GET ");
        }
    }

    @Test
    void what_jshell_does_not_understand_is_no_success() throws Exception {
        try (ScriptRun run = shell("script(() -> {\n    nonsense();\n    return 0;\n});\n")) {
            run.ends(1);
        }
    }

    @Test
    void a_failure_of_another_kind_is_a_fault_and_what_follows_is_not_run() throws Exception {
        String failing = "script(() -> { throw new IllegalStateException(\"broken\"); });\n";
        try (ScriptRun run = shell(failing + "script(() -> { System.out.println(\"went on\"); return 0; });\n")) {
            run.ends(1);
            assertThat(run.out())
                    .contains("script: java.lang.IllegalStateException: broken")
                    .doesNotContain("went on");
        }
    }

    @Test
    void a_script_may_end_with_an_exit_code_of_its_own() throws Exception {
        try (ScriptRun run = shell("script(() -> 10);\n")) {
            run.ends(10);
        }
    }

    /** The JDK that builds this project; the tests may run on another Java. */
    private static String jdk() {
        return Optional.ofNullable(System.getenv("JAVA_HOME")).orElse(System.getProperty("java.home"));
    }
}
