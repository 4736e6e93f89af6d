package io.github.registryclient.examples.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code run}, with Maven played by some lines of shell. */
class RunScriptTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void needs_bash() {
        assumeThat(Path.of("/bin/bash")).as("skipped: bash is missing").isExecutable();
    }

    @Test
    void without_arguments_it_explains_itself_and_builds_nothing() throws Exception {
        FakeProject project = FakeProject.in(folder, FakeProject.SUCCEED);
        try (ScriptRun run = project.run()) {
            run.ends(0);
            assertThat(run.out()).contains("run demo", "run shell [URL]", "Exit codes:");
            assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
            assertThat(run.err()).isEmpty();
        }
        assertThat(project.builds()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense              | there is no \"nonsense\"",
                "shell --user          | --user needs a name",
                "shell --user --nonsense | --user needs a name",
                "shell http://localhost:1 --user | --user needs a name",
                "shell --user=         | --user needs a name",
                "shell --nonsense      | no option --nonsense",
                "shell http://localhost:1 --nonsense | no option --nonsense",
                "shell http://localhost:1 http://localhost:2 | one registry at a time",
                "shell no-such-file.jsh| \"no-such-file.jsh\" is neither a registry's URL (http://... or https://...) nor a file",
            })
    void wrong_usage_is_told_before_anything_is_built(String arguments, String said) throws Exception {
        FakeProject project = FakeProject.in(folder, FakeProject.SUCCEED);
        try (ScriptRun run = project.run(arguments.strip().split(" ", -1))) {
            run.ends(2);
            assertThat(run.err()).contains(said);
        }
        assertThat(project.builds()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:1 --user x", "--user x http://localhost:1", "http://localhost:1 --user=x"})
    void the_shell_takes_its_user_before_and_after_the_url(String arguments) throws Exception {
        assumeThat(Path.of(jdk(), "bin", "jshell")).as("skipped: no jshell").isExecutable();
        FakeProject project = FakeProject.in(folder, FakeProject.SUCCEED);
        Map<String, String> environment = Map.of("REGISTRY_PASSWORD", "", "JAVA_HOME", jdk());
        try (ScriptRun run = project.run(environment, ("shell " + arguments).split(" ", -1))) {
            run.ends(2);
            assertThat(run.err()).contains("no password for x: set REGISTRY_PASSWORD");
        }
    }

    @Test
    void it_builds_at_first_use_and_when_a_source_is_newer() throws Exception {
        FakeProject project = FakeProject.in(folder, FakeProject.SUCCEED);
        help(project);
        help(project);
        assertThat(project.builds()).hasSize(1);

        project.edit("registry-client-core/src/main/java/Source.java");
        help(project);
        assertThat(project.builds()).hasSize(2);
    }

    @Test
    void what_was_built_is_run_from_a_copy_and_only_the_last_two_are_kept() throws Exception {
        FakeProject project = FakeProject.in(folder, FakeProject.SUCCEED);
        for (int build = 1; build <= 4; build++) {
            project.edit("pom.xml");
            help(project);
            assertThat(project.builds()).hasSize(build);
            assertThat(project.buildFolders()).hasSize(Math.min(build, 2));
        }
    }

    @Test
    void a_build_that_fails_shows_the_end_of_its_log() throws Exception {
        FakeProject project = FakeProject.in(folder, "seq 1000\necho '[ERROR] it does not compile'\nexit 1\n");
        try (ScriptRun run = project.run("demo", "--help")) {
            run.ends(5);
            assertThat(run.err())
                    .contains("  [ERROR] it does not compile\n", "target/run/build.log")
                    .doesNotContain("  900\n");
        }
        assertThat(project.buildFolders()).isEmpty();

        project.maven(FakeProject.SUCCEED);
        help(project);
    }

    @Test
    void two_runs_at_the_same_time_build_once() throws Exception {
        assumeThat(Path.of(jdk(), "bin", "javac")).as("skipped: no JDK").isExecutable();
        Map<String, String> environment = Map.of("PATH", tools().toString(), "JAVA_HOME", jdk());
        FakeProject project = FakeProject.in(folder, "until [ -e go ]; do sleep 0.05; done\n" + FakeProject.SUCCEED);
        try (ScriptRun first = project.run(environment, "demo", "--help")) {
            awaitBuild(project);
            try (ScriptRun second = project.run(environment, "demo", "--help")) {
                second.awaitSaid("Another run is building");
                project.write("go", "");
                first.ends(0);
                second.ends(0);
                assertThat(second.out()).contains("--registry=URL");
            }
        }
        assertThat(project.builds()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "HUP, 129"})
    void a_build_that_is_interrupted_leaves_nothing_behind(String signal, int exitCode) throws Exception {
        FakeProject project = FakeProject.in(folder, "while :; do sleep 0.05; done\n");
        try (ScriptRun run = project.run("demo", "--help")) {
            long maven = awaitBuild(project);
            new ProcessBuilder("/bin/kill", "-" + signal, Long.toString(run.process.pid()))
                    .start()
                    .waitFor();

            run.ends(exitCode);
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> ProcessHandle.of(maven)
                            .filter(ProcessHandle::isAlive)
                            .isEmpty());
        }
        assertThat(project.buildFolders()).isEmpty();

        project.maven(FakeProject.SUCCEED);
        help(project);
    }

    @Test
    void without_a_jdk_it_says_which_one_it_needs_and_what_it_found() throws Exception {
        FakeProject project = FakeProject.in(folder, FakeProject.SUCCEED);
        Path old = Files.createDirectories(folder.resolve("old/bin"));
        Path java = Files.writeString(
                old.resolve("java"),
                "#!/bin/bash\necho '    java.home = " + old.getParent() + "'\n"
                        + "echo '    java.specification.version = 1.8'\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Map<String, String> environment = Map.of("JAVA_HOME", old.getParent().toString(), "PATH", tools().toString());

        try (ScriptRun run = project.run(environment, "demo", "--help")) {
            run.ends(5);
            assertThat(run.err()).contains("JDK 17 or later", java + ": Java 1.8, without javac", "JAVA_HOME");
        }
        try (ScriptRun run = project.run(environment, "shell")) {
            run.ends(5);
            assertThat(run.err()).contains("jshell");
        }
        assertThat(project.builds()).isEmpty();
    }

    @Test
    void with_nothing_but_a_jdk_the_demo_shows_that_space_comes_back() throws Exception {
        assumeThat(Path.of(jdk(), "bin", "javac")).as("skipped: no JDK").isExecutable();
        FakeProject project = FakeProject.in(folder, FakeProject.SUCCEED);
        Map<String, String> environment = Map.of("JAVA_HOME", jdk(), "PATH", tools().toString());

        try (ScriptRun run = project.run(environment, "demo")) {
            run.ends(0);
            assertThat(run.out()).containsSubsequence("No real registry is on the PATH.", "Space came back: ");
        }
    }

    @Test
    void the_lock_of_a_run_that_was_killed_is_no_obstacle() throws Exception {
        FakeProject project = FakeProject.in(folder, FakeProject.SUCCEED);
        Process gone = new ProcessBuilder("/bin/bash", "-c", "exit").start();
        gone.waitFor();
        Path lock = project.write("registry-client-examples/target/run/lock", "");
        Files.delete(lock);
        Files.createSymbolicLink(lock, Path.of(Long.toString(gone.pid())));

        help(project);

        assertThat(project.builds()).hasSize(1);
        assertThat(Files.isSymbolicLink(lock)).isFalse();
    }

    /** A folder for the PATH that has what the script uses, but no Java. */
    private Path tools() throws IOException {
        Path tools = Files.createDirectory(folder.resolve("tools"));
        String names = "basename cat cp date dirname find grep head ln mkdir mv readlink rm rmdir sed sleep tail touch";
        for (String name : List.of(names.strip().split(" ", -1))) {
            Path tool = Files.exists(Path.of("/bin", name)) ? Path.of("/bin", name) : Path.of("/usr/bin", name);
            Path starter = Files.writeString(tools.resolve(name), "#!/bin/bash\nexec " + tool + " \"$@\"\n");
            assertThat(starter.toFile().setExecutable(true)).isTrue();
        }
        return tools;
    }

    /** The JDK that builds this project; the tests may run on another Java. */
    private static String jdk() {
        return Optional.ofNullable(System.getenv("JAVA_HOME")).orElse(System.getProperty("java.home"));
    }

    private static void help(FakeProject project) throws Exception {
        try (ScriptRun run = project.run("demo", "--help")) {
            run.ends(0);
            assertThat(run.out()).contains("--registry=URL");
        }
    }

    private static long awaitBuild(FakeProject project) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> !project.builds().isEmpty());
        try {
            return project.builds().get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
