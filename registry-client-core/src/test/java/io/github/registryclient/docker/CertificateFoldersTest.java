package io.github.registryclient.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CertificateFoldersTest {
    private static Environment of(Environment.Family family, Map<String, String> variables) {
        return new Environment(family, variables, null, Path.of("run"), null, Clock.systemUTC());
    }

    @Test
    void the_users_own_come_before_the_machines() {
        assertThat(CertificateFolders.of(of(Environment.Family.LINUX, Map.of("HOME", "home"))))
                .containsExactly(
                        Path.of("home/.config/containers/certs.d"),
                        Path.of("home/.config/docker/certs.d"),
                        Path.of("home/.docker/certs.d"),
                        Path.of("/etc/containers/certs.d"),
                        Path.of("/etc/docker/certs.d"));
    }

    @Test
    void without_a_home_the_machines_are_left_and_on_windows_the_users() {
        assertThat(CertificateFolders.of(of(Environment.Family.MAC, Map.of())))
                .containsExactly(Path.of("/etc/containers/certs.d"), Path.of("/etc/docker/certs.d"));
        assertThat(CertificateFolders.of(of(Environment.Family.WINDOWS, Map.of("USERPROFILE", "home"))))
                .hasSize(3)
                .allMatch(path -> path.startsWith("home"));
    }
}
