package io.github.registryclient.docker;

import static io.github.registryclient.docker.Machine.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.registryclient.error.CallInterruptedException;
import io.github.registryclient.error.CredentialsUnavailableException;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.http.HttpRegistryClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Helpers that hang, flood, lie or are not there: an error that names the helper, no secret, no process left. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class HelperTroubleTest {
    private static final String FILE = "home/alice/.docker/config.json";
    private static final String HOST = "registry.example.com";
    private static final String GOOD = "echo '{\"Username\":\"alice\",\"Secret\":\"swordfish\"}'";
    /** Leaves the process id in a file, for the test to look whether it still runs. */
    private static final String SLEEP = "sleep 1000 & echo $! >> \"$HOME/pids\"; ";

    private final Machine machine;

    HelperTroubleTest(@TempDir Path root) throws IOException {
        machine = new Machine(root).file(FILE, "{\"credsStore\":\"play\"}");
        Files.createFile(machine.path("home/alice/pids"));
    }

    private List<ProcessHandle> sleepers() {
        try {
            return Files.readAllLines(machine.path("home/alice/pids")).stream()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                    .filter(ProcessHandle::isAlive)
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void endWhatIsLeft() {
        sleepers().forEach(ProcessHandle::destroyForcibly);
    }

    private void assertFails(String... words) {
        assertThatThrownBy(() -> ask(machine.ofDocker(), HOST))
                .isExactlyInstanceOf(CredentialsUnavailableException.class)
                .hasMessageContaining("docker-credential-play")
                .hasMessageContaining(FILE + ", credsStore")
                .hasMessageContainingAll(words)
                .satisfies(
                        e -> assertThat(e.getMessage()).hasSizeLessThan(1_000).matches("\\P{Cntrl}+"))
                .satisfies(e -> {
                    for (Throwable t = e; t != null; t = t.getCause()) {
                        assertThat(t.toString()).doesNotContain("swordfish");
                    }
                });
    }

    @Test
    void a_helper_that_hangs_is_ended_with_all_its_children() {
        machine.patience(Duration.ofMillis(1500)).helper("play", SLEEP + "sh -c '" + SLEEP + "wait' & wait");

        assertFails("did not answer within 1500 ms", "passphrase");
        assertThat(machine.path("home/alice/pids")).isNotEmptyFile();
        await().untilAsserted(() -> assertThat(sleepers()).isEmpty());
    }

    @Test
    void a_helper_that_hangs_takes_no_longer_than_the_call_that_needs_it() {
        machine.helper("play", SLEEP + "wait");
        try (HttpRegistryClient client = HttpRegistryClient.builder("https://" + HOST)
                .credentials(machine.ofDocker())
                .callTimeout(Duration.ofMillis(300))
                .build()) {
            assertThatThrownBy(() -> client.listTags("team/app").toList())
                    .isInstanceOf(CredentialsUnavailableException.class)
                    .hasMessageContainingAll("docker-credential-play", "the time that the call had left");
        }
        await().untilAsserted(() -> assertThat(sleepers()).isEmpty());
    }

    @Test
    void a_helper_that_never_stops_talking_is_ended() {
        machine.patience(Duration.ofMillis(700)).helper("play", "while :; do echo swordfish >&2; done");

        assertFails("did not answer within 700 ms");
    }

    @Test
    void a_helper_that_complains_at_length_is_heard_to_its_end() {
        machine.helper(
                "play",
                "i=0; while [ $i -lt 3000 ]; do echo '" + "deprecated ".repeat(10) + "' >&2; i=$((i+1)); done; "
                        + GOOD);

        assertThat(ask(machine.ofDocker(), HOST)).isEqualTo("alice:swordfish");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"error\":\"swordfish expired, log in again\"}",
                "{\"message\":\"keychain locked\"}",
                "{\"ServerURL\":\"registry.example.com\",\"Username\":\"\"}",
                "{\"Secret\":\"\"}",
                "{\"Username\":\"alice\",\"Password\":\"swordfish\"}",
            })
    void an_answer_without_user_name_and_secret_does_not_say_that_there_are_none(String answer) {
        machine.helper("play", "echo '" + answer + "'");

        assertFails("printed no \"Username\" and \"Secret\"", "printf %s " + HOST + " | docker-credential-play get");
    }

    @Test
    void an_answer_that_names_its_fields_twice_is_none() {
        machine.helper(
                "play", "echo '{\"Username\":\"a\",\"Secret\":\"swordfish\",\"Username\":\"\",\"Secret\":\"\"}'");

        assertFails("names something twice");
    }

    @Test
    void an_answer_that_is_far_too_long_is_none() {
        machine.helper("play", "yes swordfish");

        assertFails("more than 1 MiB");
    }

    @ParameterizedTest
    @ValueSource(strings = {GOOD, "exec <&-; " + GOOD, "cat >/dev/null; " + GOOD})
    void whether_it_reads_what_it_is_asked_is_its_own_affair(String script) {
        machine.helper("play", script);

        assertThat(ask(machine.ofDocker(), HOST)).isEqualTo("alice:swordfish");
    }

    @Test
    void a_child_that_it_leaves_behind_with_its_streams_is_not_waited_for() {
        machine.helper("play", SLEEP + GOOD);

        assertThat(ask(machine.ofDocker(), HOST)).isEqualTo("alice:swordfish");
        assertThat(sleepers()).as("still there, and not ours to end").hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "echo swordfish                                                     | no valid JSON",
                "echo '\"swordfish\"'                                               | no JSON object",
                "true                                                               | no JSON object",
                "printf '{\"Secret\":\"swordfish'                                   | no valid JSON",
                "printf '\\000\\377swordfish'                                       | no valid JSON",
                "echo '{\"Username\":\"alice\",\"Secret\":[\"swordfish\"]}'         | '\"Secret\" is no text'",
                "echo '{\"Username\":\"\",\"Secret\":\"swordfish\"}'                | a password but no user name",
                "echo '{\"Username\":\"alice\",\"Secret\":\"\"}'                    | a user name but no password",
                "echo '{\"Username\":\"alice\",\"Secret\":\"swordfish\\u000a\"}'        | holds control characters",
            })
    void an_answer_that_makes_no_sense_is_not_shown(String script, String words) {
        machine.helper("play", script);

        assertFails(words);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "echo 'no credentials server URL'; exit 1           | 'failed (exit code 1): no credentials server URL'",
                "echo 'no credentials username'; exit 1             | 'failed (exit code 1): no credentials username'",
                "echo 'credentials not found' >&2; exit 3           | 'failed (exit code 3): credentials not found'",
                "echo out; echo err >&2; exit 2                     | 'failed (exit code 2): out; err'",
                "echo 'Credentials Not Found In Native Keychain'; exit 1 | 'Credentials Not Found In Native Keychain'",
                "exit 7                                             | 'failed (exit code 7): it did not say why'",
                "kill -9 $$                                         | 'failed (exit code 137): it did not say why'",
                "echo '{\"Username\":\"a\",\"Secret\":\"swordfish\"}'; exit 1 | it did not say why",
                "echo 'bad password: swordfish' >&2; exit 1         | 'bad password: …'",
                "printf '\\033[2Jgone\\n\\n\\000'; exit 1           | gone",
            })
    void a_failure_is_told_with_what_the_helper_said_and_how_to_try(String script, String words) {
        machine.helper("play", script);

        assertFails(words, "printf %s " + HOST + " | docker-credential-play get");
    }

    @Test
    void a_missing_helper_is_named_with_the_remedy() {
        machine.helper("other", GOOD);

        assertFails("is not on the PATH", "install it");
    }

    @Test
    void a_helper_that_cannot_be_started_is_named() {
        machine.helper("play", "").file("bin/docker-credential-play", "#!/no/such/program");

        assertFails("could not be started", "bin/docker-credential-play");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "/bin/evil", "a b", "a;b", "a\\b", "$(a)", "a\n", "é", " "})
    void a_name_that_could_reach_another_program_is_refused(String name) {
        machine.file(FILE, "{\"credsStore\":\"" + name.replace("\\", "\\\\").replace("\n", "\\n") + "\"}")
                .helper("evil", GOOD);

        assertThatThrownBy(() -> ask(machine.ofDocker(), HOST))
                .isExactlyInstanceOf(CredentialsUnavailableException.class)
                .hasMessageContainingAll(FILE + ", credsStore names the credential helper", "expected letters");
        assertThatThrownBy(() -> DockerCredentials.ofHelper(name))
                .isExactlyInstanceOf(InvalidInputException.class)
                .hasMessageContaining("credential helper");
    }

    @Test
    void who_is_interrupted_does_not_wait_and_ends_the_helper() throws InterruptedException {
        machine.helper("play", SLEEP + "wait");
        AtomicReference<Throwable> failure = new AtomicReference<>();
        AtomicReference<Boolean> flag = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                ask(machine.ofDocker(), HOST);
            } catch (CallInterruptedException e) {
                failure.set(e);
                flag.set(Thread.currentThread().isInterrupted());
            }
        });
        caller.start();
        await().until(() -> !sleepers().isEmpty());
        caller.interrupt();
        caller.join();

        assertThat(failure.get()).hasMessageContainingAll("docker-credential-play", "interrupted");
        assertThat(flag.get()).as("the flag is set again").isTrue();
        await().untilAsserted(() -> assertThat(sleepers()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 86_400_001})
    void a_timeout_that_makes_no_sense_is_refused(long millis) {
        DockerCredentials search = machine.ofDocker();

        assertThatThrownBy(() -> search.withHelperTimeout(Duration.ofMillis(millis)))
                .isExactlyInstanceOf(InvalidInputException.class)
                .hasMessageContaining("helper timeout");
    }

    @Test
    void the_timeout_can_be_set() {
        machine.helper("play", SLEEP + "wait");
        DockerCredentials search = machine.ofDocker().withHelperTimeout(Duration.ofMillis(50));

        assertThatThrownBy(() -> ask(search, HOST)).hasMessageContaining("within 50 ms");
        assertThat(search.describe(HOST, Optional.empty())).contains("within 50 ms");
    }
}
