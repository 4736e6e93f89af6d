package io.github.registryclient.docker;

import static io.github.registryclient.docker.Machine.ask;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.auth.Credentials;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an entry of Docker's {@code config.json} may be, and under which keys it is found. */
class DockerFileTest {
    private static final String FILE = "home/alice/.docker/config.json";
    private static final String HOST = "registry.example.com";

    private final Machine machine;

    DockerFileTest(@TempDir Path root) {
        machine = new Machine(root);
    }

    private String entry(String json) {
        return ask(
                machine.file(FILE, "{\"auths\":{\"" + HOST + "\":" + json + "}}")
                        .ofDocker(),
                HOST);
    }

    @Test
    void a_file_as_docker_login_writes_it_is_read() {
        machine.file(
                FILE,
                "{\n\t\"auths\": {\n\t\t\"https://index.docker.io/v1/\": {\n\t\t\t\"auth\": \"YWxpY2U6c3dvcmRmaXNo\"\n\t\t},\n"
                        + "\t\t\"registry.example.com:5000\": {\n\t\t\t\"auth\": \"Ym9iOm9wZW46c2VzYW1l\"\n\t\t}\n\t},\n"
                        + "\t\"HttpHeaders\": {\n\t\t\"User-Agent\": \"Docker-Client/19.03.8 (linux)\"\n\t}\n}");

        assertThat(ask(machine.ofDocker(), "registry-1.docker.io")).isEqualTo("alice:swordfish");
        assertThat(ask(machine.ofDocker(), "registry.example.com:5000")).isEqualTo("bob:open:sesame");
        assertThat(ask(machine.ofDocker(), "registry.example.com")).isEqualTo("-");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'{\"auth\":\"YWxpY2U6c3dvcmRmaXNo\"}'                                  | alice:swordfish",
                "'{\"auth\":\"YWxpY2U6OnN3b3JkOmZpc2g6\"}'                              | alice::sword:fish:",
                "'{\"auth\":\"YWxpY2U6c3dvcmRmaXNoAAAA\"}'                              | alice:swordfish",
                "'{\"auth\":\"asO8cmdlbjpww6Q=\"}'                                      | jürgen:pä",
                "'{\"auth\":\"asO8cmdlbjpww6Q\"}'                                       | jürgen:pä",
                "'{\"auth\":\"YWxpY2U6c3dv\\ncmRmaXNo\"}'                               | alice:swordfish",
                "'{\"auth\":\"YWxpY2U6c3dvcmRmaXNo\",\"username\":\"x\",\"password\":\"y\"}' | alice:swordfish",
                "'{\"Auth\":\"YWxpY2U6c3dvcmRmaXNo\",\"email\":\"a@example.com\"}'      | alice:swordfish",
                "'{\"username\":\"alice\",\"password\":\" sword fish \"}'               | 'alice: sword fish '",
                "'{\"auth\":\"\",\"username\":\"alice\",\"password\":\"swordfish\"}'    | alice:swordfish",
                "'{\"auth\":null,\"username\":\"alice\",\"password\":\"swordfish\"}'    | alice:swordfish",
                "'{\"identitytoken\":\"eyJh\"}'                                         | identity :eyJh",
                "'{\"auth\":\"MDAwMDo=\",\"identitytoken\":\"eyJh\"}'                   | identity 0000:eyJh",
                "'{\"username\":\"<token>\",\"identitytoken\":\"eyJh\"}'                | identity :eyJh",
                "'{\"username\":\"<token>\",\"password\":\"eyJh\"}'                     | identity :eyJh",
                "'{\"registrytoken\":\"eyJr\"}'                                         | bearer eyJr",
                "'{\"auth\":\"YWxpY2U6c3dvcmRmaXNo\",\"identitytoken\":\"i\",\"registrytoken\":\"eyJr\"}' | bearer eyJr",
                "'{}'                                                                   | -",
                "'null'                                                                 | -",
                "'{\"email\":\"a@example.com\"}'                                        | -",
                "'{\"auth\":\"Og==\"}'                                                  | -",
            })
    void an_entry_may_be(String json, String expected) {
        assertThat(entry(json)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} for {1}: {2}")
    @CsvSource({
        "registry.example.com, registry.example.com, true",
        "registry.example.com:5000, registry.example.com:5000, true",
        "Registry.Example.com, registry.example.com, true",
        "https://registry.example.com, registry.example.com, true",
        "HTTPS://registry.example.com, registry.example.com, true",
        "http://registry.example.com:5000, registry.example.com:5000, true",
        "https://registry.example.com:5000/v2/, registry.example.com:5000, true",
        "https://registry.example.com/some/path, registry.example.com, true",
        "registry.example.com/v1/, registry.example.com, true",
        "registry.example.com/v2, registry.example.com, true",
        "registry.example.com/, registry.example.com, true",
        "registry.example.com/some/path, registry.example.com, true",
        "registry.example.com:443, registry.example.com, true",
        "https://registry.example.com:443, registry.example.com, true",
        "http://registry.example.com:80, registry.example.com, true",
        "'[::1]:5000', '[::1]:5000', true",
        "registry.example.com, registry.example.com:5000, false",
        "registry.example.com:5000, registry.example.com, false",
        "registry.example.com:80, registry.example.com, false",
        "http://registry.example.com:443, registry.example.com, false",
        "example.com, registry.example.com, false",
        "registry.example.com.evil.test, registry.example.com, false",
        "evil.test/registry.example.com, registry.example.com, false",
        "https://evil.test/registry.example.com, registry.example.com, false",
        "ftp://registry.example.com, registry.example.com, false",
        "user@registry.example.com, registry.example.com, false",
        "'', registry.example.com, false",
    })
    void a_key_counts_for_its_host_and_no_other(String key, String host, boolean found) {
        machine.logins(FILE, key, "alice:swordfish");

        assertThat(ask(machine.ofDocker(), host)).isEqualTo(found ? "alice:swordfish" : "-");
    }

    @ParameterizedTest
    @CsvSource({
        "https://index.docker.io/v1/", "https://index.docker.io/v2/", "index.docker.io", "docker.io",
        "https://docker.io", "registry-1.docker.io", "https://registry-1.docker.io/v2/", "registry.hub.docker.com",
    })
    void docker_hub_has_many_names(String key) {
        machine.logins(FILE, key, "alice:swordfish", "hub.docker.com", "no:no", "docker.io.evil.test", "no:no");

        for (String host : RegistryKeys.of("docker.io", Optional.empty()).hosts()) {
            assertThat(ask(machine.ofDocker(), host, "library/alpine")).isEqualTo("alice:swordfish");
        }
        assertThat(ask(machine.ofDocker(), "hub.docker.com")).isEqualTo("no:no");
        assertThat(ask(machine.ofDocker(), "docker.example.com")).isEqualTo("-");
    }

    @Test
    void a_name_of_docker_hub_does_not_reach_a_registry_that_is_asked_by_its_own() {
        machine.logins(FILE, "registry.example.com", "alice:swordfish");

        assertThat(ask(machine.ofDocker(), "docker.io")).isEqualTo("-");
    }

    @Test
    void the_key_as_it_was_asked_comes_before_other_spellings() {
        machine.logins(
                FILE,
                "https://registry.example.com/v1/",
                "old:1",
                "registry.example.com",
                "new:2",
                "registry.example.com/team",
                "path:3");

        assertThat(ask(machine.ofDocker(), HOST)).isEqualTo("new:2");
        assertThat(ask(machine.ofDocker(), HOST, "other/app")).isEqualTo("new:2");
        assertThat(ask(machine.ofDocker(), HOST, "team/app")).isEqualTo("path:3");
    }

    @Test
    void an_empty_entry_does_not_hide_another_spelling() {
        machine.file(
                FILE,
                "{\"auths\":{\"registry.example.com\":{},\"https://registry.example.com\":{\"username\":\"a\",\"password\":\"b\"}}}");

        assertThat(ask(machine.ofDocker(), HOST)).isEqualTo("a:b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''",
                "'  \n'",
                "{}",
                "'{\"auths\":{}}'",
                "'{\"auths\":null}'",
                "'{\"credsStore\":\"\"}'",
                "'{\"HttpHeaders\":{\"X-Meta\":\"x\"},\"proxies\":{},\"detachKeys\":\"ctrl-e\",\"auths\":{}}'",
            })
    void a_file_without_credentials_has_none(String text) {
        machine.file(FILE, text);

        assertThat(ask(machine.ofDocker(), HOST)).isEqualTo("-");
        assertThat(machine.ofDocker().describe(HOST, Optional.empty())).contains("nothing for it");
    }

    @Test
    void a_byte_order_mark_as_windows_writes_it_does_no_harm() {
        machine.file(FILE, "\ufeff" + Machine.auths(HOST, "alice:swordfish"));

        assertThat(ask(machine.ofDocker(), HOST)).isEqualTo("alice:swordfish");
    }

    @Test
    void the_source_names_file_and_entry() {
        machine.logins(FILE, "https://registry.example.com", "alice:swordfish");

        Credentials found = machine.ofDocker().credentials(HOST, Optional.empty());
        assertThat(found.source()).contains(machine.path(FILE) + ", auths entry \"https://registry.example.com\"");
        assertThat(found.toString()).contains("alice:***", ".docker").doesNotContain("swordfish");
    }
}
