package io.github.registryclient.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.CredentialsUnavailableException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class EnvironmentTest {
    private static Environment linux(Map<String, String> variables, String home) {
        return new Environment(Environment.Family.LINUX, variables, home, Path.of("run"), null, Clock.systemUTC());
    }

    @Test
    void the_shells_home_comes_before_that_of_the_user_database() {
        assertThat(linux(Map.of("HOME", "a"), "b").home()).contains(Path.of("a"));
        assertThat(linux(Map.of("USERPROFILE", "a"), "b").home()).contains(Path.of("b"));
        assertThat(linux(Map.of("HOME", ""), "b").home()).contains(Path.of("b"));
    }

    @Test
    void a_user_that_the_container_does_not_know_has_no_home() {
        assertThat(linux(Map.of(), "?").home()).isEmpty();
        assertThat(linux(Map.of(), "").home()).isEmpty();
        assertThat(linux(Map.of(), null).home()).isEmpty();
    }

    @Test
    void without_a_uid_there_is_no_folder_of_the_user() {
        assertThat(linux(Map.of(), null).runOfUser()).isEmpty();
    }

    @Test
    void what_is_no_path_is_named_by_its_variable() {
        assertThatThrownBy(() -> linux(Map.of("DOCKER_CONFIG", "a\0b"), null).path("DOCKER_CONFIG"))
                .isExactlyInstanceOf(CredentialsUnavailableException.class)
                .hasMessageContaining("environment variable DOCKER_CONFIG is no path");
    }

    @Test
    void windows_does_not_mind_upper_and_lower_case_in_names_and_linux_does() {
        Map<String, String> variables = Map.of("Path", "x");
        Environment windows =
                new Environment(Environment.Family.WINDOWS, variables, null, Path.of("run"), null, Clock.systemUTC());

        assertThat(windows.variable("PATH")).contains("x");
        assertThat(linux(variables, null).variable("PATH")).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void linux_tells_the_user_without_native_code() throws Exception {
        Process id = new ProcessBuilder("id", "-u").start();
        String uid = new String(id.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

        assertThat(Environment.ofThisProcess().runOfUser()).contains(Path.of("/run/containers", uid));
    }
}
