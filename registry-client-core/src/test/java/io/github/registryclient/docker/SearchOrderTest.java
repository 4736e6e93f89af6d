package io.github.registryclient.docker;

import static io.github.registryclient.docker.Machine.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.CredentialsUnavailableException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where Docker and Podman look, in which order. */
class SearchOrderTest {
    private static final String HOST = "registry.example.com";
    private static final String DOCKER = "home/alice/.docker/config.json";
    private static final String CONFIG = "home/alice/.config/containers/auth.json";
    private static final String RUN = "run/containers/1000/auth.json";
    private static final String LEGACY = "home/alice/.dockercfg";

    private final Machine machine;

    SearchOrderTest(@TempDir Path root) {
        machine = new Machine(root);
    }

    private void assertPlaces(DockerCredentials search, String... names) {
        String expected = Arrays.stream(names)
                .map(name -> name.startsWith("the ") ? name : machine.path(name).toString())
                .collect(Collectors.joining(", then "));
        assertThat(search).hasToString(expected);
    }

    private static String login(String user) {
        return Machine.auths(HOST, user + ":x");
    }

    @Test
    void docker_has_a_variable_and_a_file() {
        assertPlaces(machine.ofDocker(), "the environment variable DOCKER_AUTH_CONFIG", DOCKER);

        machine.set("DOCKER_CONFIG", machine.path("other").toString());
        assertPlaces(machine.ofDocker(), "the environment variable DOCKER_AUTH_CONFIG", "other/config.json");
    }

    @Test
    void dockers_variable_counts_before_the_file_that_has_what_it_lacks() {
        machine.set("DOCKER_AUTH_CONFIG", login("variable"))
                .logins(DOCKER, HOST, "file:x", "other.example.com", "other:x");

        assertThat(ask(machine.ofDocker(), HOST)).isEqualTo("variable:x");
        assertThat(ask(machine.ofDocker(), "other.example.com")).isEqualTo("other:x");
        assertThat(ask(machine.ofThisUser(), HOST)).isEqualTo("variable:x");
        assertThat(ask(machine.ofPodman(), HOST)).isEqualTo("file:x");
    }

    @Test
    void podman_looks_from_the_session_to_the_oldest_file() {
        assertPlaces(machine.ofPodman(), RUN, CONFIG, DOCKER, LEGACY);

        machine.set("XDG_RUNTIME_DIR", machine.path("run/user/1000").toString())
                .set("XDG_CONFIG_HOME", machine.path("xdg").toString())
                .set("DOCKER_CONFIG", machine.path("other").toString());
        assertPlaces(
                machine.ofPodman(),
                "run/user/1000/containers/auth.json",
                "xdg/containers/auth.json",
                "other/config.json",
                LEGACY);
    }

    @Test
    void on_macos_and_windows_there_is_no_folder_of_the_session() {
        machine.set("XDG_RUNTIME_DIR", machine.path("run/user/1000").toString());
        assertPlaces(machine.family(Environment.Family.MAC).ofPodman(), CONFIG, DOCKER, LEGACY);

        machine.unset("HOME").set("UserProfile", machine.path("home/alice").toString());
        assertPlaces(machine.family(Environment.Family.WINDOWS).ofPodman(), CONFIG, DOCKER, LEGACY);

        machine.set("HOME", machine.path("home/alice").toString())
                .set("XDG_CONFIG_HOME", machine.path("xdg").toString());
        assertPlaces(
                machine.family(Environment.Family.MAC).ofPodman(), CONFIG, "xdg/containers/auth.json", DOCKER, LEGACY);
    }

    @Test
    void each_of_podmans_files_counts_before_the_next() {
        machine.file(
                LEGACY, "{\"" + HOST + "\":{\"auth\":\"" + Machine.base64("legacy:x") + "\",\"email\":\"a@b.c\"}}");
        assertThat(ask(machine.ofPodman(), HOST)).isEqualTo("legacy:x");
        machine.file(DOCKER, login("docker"));
        assertThat(ask(machine.ofPodman(), HOST)).isEqualTo("docker:x");
        machine.file(CONFIG, login("config"));
        assertThat(ask(machine.ofPodman(), HOST)).isEqualTo("config:x");
        machine.file(RUN, login("run"));
        assertThat(ask(machine.ofPodman(), HOST)).isEqualTo("run:x");
        machine.set("REGISTRY_AUTH_FILE", machine.path("named.json").toString()).file("named.json", login("named"));
        assertThat(ask(machine.ofPodman(), HOST)).isEqualTo("named:x");
    }

    @Test
    void the_file_that_podmans_variable_names_is_the_only_one() {
        machine.file(RUN, login("run"))
                .file(DOCKER, login("docker"))
                .set("REGISTRY_AUTH_FILE", machine.path("named.json").toString())
                .file("named.json", Machine.auths("other.example.com", "named:x"));

        assertThat(ask(machine.ofPodman(), HOST)).isEqualTo("-");
    }

    @Test
    void a_file_that_was_named_must_be_there() {
        machine.set("REGISTRY_AUTH_FILE", machine.path("named.json").toString());

        assertThatThrownBy(() -> ask(machine.ofPodman(), HOST))
                .isExactlyInstanceOf(CredentialsUnavailableException.class)
                .hasMessageContainingAll("named.json is not there", "REGISTRY_AUTH_FILE");
        assertThatThrownBy(() -> ask(machine.search(order -> order.ofFile(machine.path("gone.json"))), HOST))
                .isExactlyInstanceOf(CredentialsUnavailableException.class)
                .hasMessageContainingAll("gone.json is not there", "the program names it");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void who_names_the_null_device_wants_no_credentials() {
        machine.set("REGISTRY_AUTH_FILE", "/dev/null").set("DOCKER_CONFIG", "/dev/null");

        assertThat(ask(machine.ofPodman(), HOST)).isEqualTo("-");
        assertThat(ask(machine.ofDocker(), HOST)).isEqualTo("-");
    }

    @Test
    void a_user_of_both_gets_what_was_set_for_the_process_then_dockers_then_podmans() {
        assertPlaces(machine.ofThisUser(), "the environment variable DOCKER_AUTH_CONFIG", DOCKER, RUN, CONFIG, LEGACY);

        machine.set("REGISTRY_AUTH_FILE", machine.path("named.json").toString());
        assertPlaces(machine.ofThisUser(), "the environment variable DOCKER_AUTH_CONFIG", "named.json", DOCKER, LEGACY);
    }

    @Test
    void without_a_home_only_what_is_named_counts() {
        machine.unset("HOME");
        assertPlaces(machine.ofDocker(), "the environment variable DOCKER_AUTH_CONFIG");
        assertPlaces(machine.ofPodman(), RUN);
        assertThat(ask(machine.ofThisUser(), HOST)).isEqualTo("-");

        machine.set("HOME", "");
        assertPlaces(machine.ofPodman(), RUN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"auths\":{\"a.test\":{\"auth\":\"c3dvcmRmaXNo\"}}}", "{\n\"c3dvcmRmaXNo/x\": {}}"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "where that is no path")
    void the_content_of_a_file_in_the_place_of_its_path_is_not_shown(String json) {
        machine.set("REGISTRY_AUTH_FILE", json).set("DOCKER_CONFIG", json);

        for (DockerCredentials search : List.of(
                machine.ofThisUser(),
                machine.ofPodman(),
                machine.search(order -> order.ofFile(Path.of(json))),
                machine.search(order -> order.ofFile(Path.of(json + "x".repeat(5000)))))) {
            assertThatThrownBy(() -> ask(search, HOST))
                    .isExactlyInstanceOf(CredentialsUnavailableException.class)
                    .hasMessageContaining("a path that looks like the content of a file")
                    .hasMessageNotContaining("c3dvcmRmaXNo")
                    .hasNoCause();
            assertThat(search.describe(HOST, Optional.empty())).doesNotContain("c3dvcmRmaXNo");
            assertThat(search.toString()).doesNotContain("c3dvcmRmaXNo");
        }
        assertThat(machine.ofDocker().describe(HOST, Optional.empty())).doesNotContain("c3dvcmRmaXNo");
    }

    @Test
    void a_docker_config_that_names_the_file_itself_is_pointed_out() {
        machine.file("other/config.json", login("a"))
                .set("DOCKER_CONFIG", machine.path("other/config.json").toString());

        assertThatThrownBy(machine::ofDocker)
                .isExactlyInstanceOf(CredentialsUnavailableException.class)
                .hasMessageContainingAll("DOCKER_CONFIG", "has to name the folder");
    }

    @Test
    void one_file_is_read_as_its_name_says() {
        machine.file("secret/.dockercfg", "{\"https://" + HOST + "/v1/\":{\"username\":\"old\",\"password\":\"x\"}}")
                .logins("secret/auth.json", HOST + "/team", "podman:x")
                .logins("secret/.dockerconfigjson", HOST + "/team", "docker:x");

        assertThat(ask(machine.search(order -> order.ofFile(machine.path("secret/.dockercfg"))), HOST))
                .isEqualTo("old:x");
        assertThat(ask(machine.search(order -> order.ofFile(machine.path("secret/auth.json"))), HOST))
                .isEqualTo("-");
        assertThat(ask(machine.search(order -> order.ofFile(machine.path("secret/.dockerconfigjson"))), HOST))
                .isEqualTo("docker:x");
    }

    @Test
    void the_description_tells_each_place_down_to_the_one_that_counts() {
        machine.file(RUN, Machine.auths("other.example.com", "run:swordfish")).file(CONFIG, login("config"));

        assertThat(machine.ofPodman().describe(HOST, Optional.empty()))
                .isEqualTo(machine.path(RUN) + ": nothing for it\n" + machine.path(CONFIG) + ": config:*** from "
                        + machine.path(CONFIG) + ", auths entry \"" + HOST + "\"");
        assertThat(machine.ofDocker().describe(HOST, Optional.empty()))
                .isEqualTo("the environment variable DOCKER_AUTH_CONFIG: not set\n" + machine.path(DOCKER)
                        + ": no such file\nnone, so anonymous");
    }

    @Test
    void the_real_environment_can_be_looked_at_without_being_asked() {
        assertThat(DockerCredentials.ofThisUser().toString()).contains("DOCKER_AUTH_CONFIG");
        assertThat(DockerCredentials.ofHelper("pass")).hasToString("docker-credential-pass");
    }
}
