package io.github.registryclient.docker;

import static io.github.registryclient.docker.Machine.ask;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Podman's {@code auth.json} has keys with paths. The example is that of containers-auth.json(5). */
class PodmanFileTest {
    private static final String FILE = "run/containers/1000/auth.json";

    private final Machine machine;

    PodmanFileTest(@TempDir Path root) {
        machine = new Machine(root);
    }

    @ParameterizedTest(name = "{0}/{1}: {2}")
    @CsvSource({
        "my-registry.local, namespace/user/image, image:1",
        "my-registry.local, namespace/user/image2, user:2",
        "my-registry.local, namespace/user, user:2",
        "my-registry.local, namespace/user2/image, namespace:3",
        "my-registry.local, namespace, namespace:3",
        "my-registry.local, namespace2/image, registry:4",
        "my-registry.local, other, registry:4",
        "my-registry.local, '', registry:4",
        "my-registry.local:5000, namespace/user/image, -",
        "docker.io, library/alpine, official:5",
        "registry-1.docker.io, library/alpine, official:5",
        "registry-1.docker.io, team/app, hub:6",
        "quay.io, team/app, team:7",
        "quay.io, team2/app, -",
        "quay.io, '', -",
        "legacy.example.com, team/app, legacy:8",
    })
    void the_most_specific_key_counts(String host, String repository, String expected) {
        machine.logins(
                FILE,
                "my-registry.local",
                "registry:4",
                "my-registry.local/namespace",
                "namespace:3",
                "my-registry.local/namespace/user",
                "user:2",
                "my-registry.local/namespace/user/image",
                "image:1",
                "docker.io",
                "hub:6",
                "docker.io/library",
                "official:5",
                "quay.io/team",
                "team:7",
                "https://legacy.example.com/v1/",
                "legacy:8");

        DockerCredentials search = machine.ofPodman();
        assertThat(repository.isEmpty() ? ask(search, host) : ask(search, host, repository))
                .isEqualTo(expected);
    }

    @Test
    void keys_with_paths_count_below_their_host_only() {
        machine.logins(FILE, "evil.test/registry.example.com", "a:1", "registry.example.com.evil.test/team", "a:2");

        assertThat(ask(machine.ofPodman(), "registry.example.com", "team/app")).isEqualTo("-");
    }

    @Test
    void a_store_is_dockers_alone() {
        machine.file(
                FILE, "{\"credsStore\":\"missing\",\"auths\":{\"a.test\":{\"username\":\"a\",\"password\":\"b\"}}}");

        assertThat(ask(machine.ofPodman(), "a.test")).isEqualTo("a:b");
    }

    @Test
    void old_files_know_hosts_only() {
        machine.file(
                "home/alice/.dockercfg",
                "{\"a.test/team\":{\"username\":\"old\",\"password\":\"x\"},\"credsStore\":{\"username\":\"y\",\"password\":\"z\"}}");

        assertThat(ask(machine.ofPodman(), "a.test", "other/app")).isEqualTo("old:x");
        assertThat(ask(machine.ofPodman(), "credsstore")).isEqualTo("y:z");
    }
}
