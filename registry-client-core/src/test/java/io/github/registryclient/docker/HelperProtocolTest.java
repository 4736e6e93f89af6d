package io.github.registryclient.docker;

import static io.github.registryclient.docker.Machine.ask;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.auth.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said between the client and a credential helper, played by shell scripts. */
@DisabledOnOs(OS.WINDOWS)
class HelperProtocolTest {
    private static final String FILE = "home/alice/.docker/config.json";
    private static final String HOST = "registry.example.com";
    private static final String NONE = "echo 'credentials not found in native keychain'; exit 1";

    private final Machine machine;

    HelperProtocolTest(@TempDir Path root) {
        machine = new Machine(root);
    }

    private static String answer(String username, String secret) {
        return "echo '{\"ServerURL\":\"" + HOST + "\",\"Username\":\"" + username + "\",\"Secret\":\"" + secret
                + "\"}'";
    }

    /** Writes down what it is asked, a line each. */
    private static String noting(String then) {
        return "key=$(cat; printf .); echo \"$1 ${key%.}\" >> \"$HOME/asked\"\n" + then;
    }

    private List<String> asked() throws IOException {
        return Files.readAllLines(machine.path("home/alice/asked"));
    }

    @Test
    void it_is_called_with_get_and_reads_the_server_without_a_line_end() {
        machine.file(FILE, "{\"credsStore\":\"play\"}")
                .helper(
                        "play",
                        "key=$(cat; printf .)\n"
                                + "printf '{\"ServerURL\":\"x\",\"Username\":\"%s\",\"Secret\":\"%s %s\"}\\n' \"$1\" \"$#\" \"$key\"");

        assertThat(ask(machine.ofDocker(), "registry.example.com:5000")).isEqualTo("get:1 registry.example.com:5000.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'{\"ServerURL\":\"x\",\"Username\":\"alice\",\"Secret\":\"sword:fish\"}'  | alice:sword:fish",
                "'{\"Username\":\"alice\",\"Secret\":\"swordfish\"}'                       | alice:swordfish",
                "'{\"username\":\"alice\",\"secret\":\"swordfish\",\"more\":[]}'           | alice:swordfish",
                "'{\"Username\":\"<token>\",\"Secret\":\"eyJh\"}'                          | identity :eyJh",
                "'{\"Username\":\"alice\",\"Secret\":\"swordfish\"}\nand some more'        | alice:swordfish",
                "'{\"ServerURL\":\"nope:1\",\"Username\":\"\",\"Secret\":\"\"}'            | -",
                "'{\"Username\":null,\"Secret\":null}'                                     | -",
            })
    void its_answer_may_be(String answer, String expected) {
        machine.file(FILE, "{\"credsStore\":\"play\"}").helper("play", "cat <<'END'\n" + answer + "\nEND");

        assertThat(ask(machine.ofDocker(), HOST)).isEqualTo(expected);
    }

    @Test
    void an_answer_larger_than_a_pipe_arrives_whole() {
        machine.file(FILE, "{\"credsStore\":\"play\"}")
                .helper(
                        "play",
                        "printf '{\"Username\":\"alice\",\"Secret\":\"'; yes swordfish | head -n 30000 | tr -d '\\n'; echo '\"}'");

        assertThat(ask(machine.ofDocker(), HOST)).isEqualTo("alice:" + "swordfish".repeat(30_000));
    }

    @Test
    void none_in_the_keychain_is_none() {
        machine.file(FILE, "{\"credsStore\":\"play\"}").helper("play", NONE);

        assertThat(ask(machine.ofDocker(), HOST)).isEqualTo("-");
    }

    @Test
    void a_registrys_own_helper_comes_before_the_store_and_that_before_what_lies_in_the_file() throws IOException {
        String auths = "\"auths\":{\"" + HOST + "\":{\"auth\":\"" + Machine.base64("stale:x") + "\"}}";
        machine.helper("own", answer("own", "x")).helper("store", answer("store", "x"));

        machine.file(FILE, "{" + auths + ",\"credsStore\":\"store\",\"credHelpers\":{\"" + HOST + "\":\"own\"}}");
        assertThat(ask(machine.ofDocker(), HOST)).isEqualTo("own:x");
        machine.file(FILE, "{" + auths + ",\"credsStore\":\"store\",\"credHelpers\":{\"other.example.com\":\"own\"}}");
        assertThat(ask(machine.ofDocker(), HOST)).isEqualTo("store:x");
        machine.file(FILE, "{" + auths + ",\"credsStore\":\"store\",\"credHelpers\":{\"" + HOST + "\":\"\"}}");
        assertThat(ask(machine.ofDocker(), HOST)).isEqualTo("stale:x");
        machine.helper("store", NONE).file(FILE, "{" + auths + ",\"credsStore\":\"store\"}");
        assertThat(ask(machine.ofDocker(), HOST)).isEqualTo("stale:x");
    }

    @Test
    void the_marker_of_a_login_that_a_helper_holds_is_no_anonymous_login() {
        machine.file(FILE, "{\"auths\":{\"" + HOST + "\":{}},\"credsStore\":\"play\"}")
                .helper("play", answer("alice", "swordfish"));

        assertThat(ask(machine.ofDocker(), HOST)).isEqualTo("alice:swordfish");
    }

    @ParameterizedTest
    @CsvSource({"docker.io", "https://index.docker.io/v1/", "registry-1.docker.io"})
    void for_docker_hub_a_helper_is_asked_by_the_name_that_docker_stores_then_by_podmans(String key)
            throws IOException {
        machine.file(FILE, "{\"credHelpers\":{\"" + key + "\":\"play\"}}").helper("play", noting(NONE));

        assertThat(ask(machine.ofDocker(), "registry-1.docker.io", "library/alpine"))
                .isEqualTo("-");
        assertThat(asked()).containsExactly("get https://index.docker.io/v1/", "get docker.io");
    }

    @Test
    void podman_asks_helpers_by_host_only() throws IOException {
        machine.file(
                        "run/containers/1000/auth.json",
                        "{\"credHelpers\":{\"" + HOST + "\":\"play\",\"docker.io\":\"play\"}}")
                .file(FILE, "{}")
                .helper("play", noting(NONE));

        ask(machine.ofPodman(), HOST, "team/app");
        ask(machine.ofPodman(), "registry-1.docker.io", "library/alpine");
        assertThat(asked()).containsExactly("get " + HOST, "get docker.io", "get https://index.docker.io/v1/");
    }

    @Test
    void a_helper_needs_no_file() {
        machine.helper("play", answer("alice", "swordfish"));

        DockerCredentials helper = machine.search(order -> order.ofHelper("play"));
        assertThat(ask(helper, HOST)).isEqualTo("alice:swordfish");
        assertThat(helper.describe(HOST, Optional.empty()))
                .startsWith("docker-credential-play: alice:*** from docker-credential-play")
                .doesNotContain("swordfish");
    }

    @Test
    void the_source_names_helper_and_file() {
        machine.file(FILE, "{\"credsStore\":\"play\"}").helper("play", answer("alice", "swordfish"));

        Credentials found = machine.ofDocker().credentials(HOST, Optional.empty());
        assertThat(found.source())
                .contains("docker-credential-play (" + machine.path(FILE) + ", credsStore), for " + HOST);
    }

    @Test
    void it_has_the_environment_of_the_process_and_nothing_else() {
        machine.set("VAULT", "v")
                .file(FILE, "{\"credsStore\":\"play\"}")
                .helper(
                        "play",
                        "echo \"{\\\"Username\\\":\\\"$VAULT\\\",\\\"Secret\\\":\\\"s$LD_LIBRARY_PATH$USER\\\"}\"");

        assertThat(ask(machine.ofDocker(), HOST)).isEqualTo("v:s");
    }
}
