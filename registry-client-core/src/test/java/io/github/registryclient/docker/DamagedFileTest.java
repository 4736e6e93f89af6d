package io.github.registryclient.docker;

import static io.github.registryclient.docker.Machine.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.CredentialsUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A damaged file is an error that names it and never shows what is in it. */
class DamagedFileTest {
    private static final String FILE = "home/alice/.docker/config.json";
    private static final String HOST = "registry.example.com";
    /** Stands in every damaged file; {@code c3dvcmRmaXNo} is its base64. */
    private static final String[] SECRET = {"swordfish", "c3dvcmRmaXNo"};

    private final Machine machine;

    DamagedFileTest(@TempDir Path root) {
        machine = new Machine(root);
    }

    private void assertRefused(ThrowingCallable call, String... words) {
        assertThatThrownBy(call)
                .isExactlyInstanceOf(CredentialsUnavailableException.class)
                .hasMessageContainingAll(words)
                .hasMessageNotContainingAny(SECRET)
                .hasStackTraceContaining(machine.path(FILE).toString())
                .satisfies(e -> assertThat(e.getMessage()).matches("\\P{Cntrl}+"))
                .satisfies(e -> {
                    for (Throwable t = e; t != null; t = t.getCause()) {
                        assertThat(t.toString()).doesNotContain(SECRET);
                    }
                });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'{\"auths\":{\"registry.example.com\":{\"auth\":\"swordfish'         | 'line 1, column'",
                "'{\n\"auths\":{\n\"registry.example.com\": swordfish}}'              | 'line 3, column'",
                "'{\"auths\":{}} swordfish'                                           | 'no valid JSON'",
                "'{\"auths\":{}}{\"auths\":{}}'                                       | 'no valid JSON'",
                "swordfish                                                            | 'no valid JSON'",
                "'\"swordfish\"'                                                      | 'no JSON object'",
                "'[\"swordfish\"]'                                                    | 'no JSON object'",
                "null                                                                 | 'no JSON object'",
                "'{\"auths\":[\"swordfish\"]}'                                        | '\"auths\" is no object'",
                "'{\"credHelpers\":\"swordfish\"}'                                    | '\"credHelpers\" is no object'",
                "'{\"credHelpers\":{\"registry.example.com\":7}}'                     | 'credHelpers: \"registry.example.com\" is no text'",
                "'{\"credsStore\":[\"swordfish\"]}'                                   | '\"credsStore\" is no text'",
            })
    void the_file_and_the_place_are_named(String text, String words) {
        machine.file(FILE, text);

        assertRefused(() -> ask(machine.ofDocker(), HOST), machine.path(FILE).toString(), words);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'{\"auths\":{@},\"auths\":{}}'                                       | names something twice",
                "'{\"auths\":{@},\n\"\\u0061uths\":{\"other.example.com\":{}}}'        | 'twice in one object; leave one of the two (line 2'",
                "'{\"auths\":{@},\"Auths\":{}}'                                       | '\"auths\" is there twice, in upper and lower case'",
                "'{\"Auths\":{},\"AUTHS\":{@}}'                                       | '\"auths\" is there twice'",
                "'{\"auths\":{@,\"registry.example.com\":{}}}'                        | names something twice",
                "'{\"credsStore\":\"swordfish\",\"credsStore\":\"\"}'                 | names something twice",
                "'{\"credsStore\":\"\",\"CredsStore\":\"swordfish\"}'                 | '\"credsStore\" is there twice'",
                "'{\"credHelpers\":{\"registry.example.com\":\"play\"},\"credHelpers\":{}}' | names something twice",
                "'{\"auths\":{\"registry.example.com\":{\"auth\":\"\",\"Auth\":\"c3dvcmRmaXNo\"}}}' | '\"auth\" is there twice'",
            })
    void what_stands_there_twice_makes_nobody_of_no_account(String text, String words) {
        String login = "\"" + HOST + "\":{\"auth\":\"" + Machine.base64("alice:swordfish") + "\"}";
        machine.file(FILE, text.replace("@", login));

        assertRefused(() -> ask(machine.ofDocker(), HOST), machine.path(FILE).toString(), words);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"swordfish\"'                                            | is no object",
                "'{\"auth\":7}'                                             | '\"auth\" is no text'",
                "'{\"auth\":\"!swordfish!\"}'                               | no base64",
                "'{\"auth\":\"c3dvcmRmaXNo\"}'                              | no user:password in base64",
                "'{\"auth\":\"YWxpY2U6c3dvcmRmaXNo/w==\"}'                  | not UTF-8",
                "'{\"auth\":\"YWxpY2U6\"}'                                  | a user name but no password",
                "'{\"auth\":\"OnN3b3JkZmlzaA==\"}'                          | a password but no user name",
                "'{\"auth\":\"YWxpY2U6c3dvcmRmaXNoCg==\"}'                  | perhaps the line end of the file",
                "'{\"username\":\"swo:rd\",\"password\":\"swordfish\"}'     | must not hold a colon",
                "'{\"identitytoken\":\"swordfish\\n\"}'                     | invalid identity token",
                "'{\"registrytoken\":\"sword fish\"}'                       | invalid bearer token",
            })
    void the_entry_is_named(String entry, String words) {
        machine.file(FILE, "{\"auths\":{\"" + HOST + "\":" + entry + "}}");

        assertRefused(() -> ask(machine.ofDocker(), HOST), "auths entry \"" + HOST + "\"", words);
    }

    @Test
    void a_damaged_entry_of_another_registry_does_no_harm() {
        machine.file(
                FILE, "{\"auths\":{\"other.example.com\":7,\"" + HOST + "\":{\"username\":\"a\",\"password\":\"b\"}}}");

        assertThat(ask(machine.ofDocker(), HOST)).isEqualTo("a:b");
    }

    @Test
    void a_folder_is_no_file() throws IOException {
        Files.createDirectories(machine.path(FILE));

        assertRefused(() -> ask(machine.ofDocker(), HOST), "is no file");
    }

    @Test
    void a_file_far_too_large_is_not_read_whole() {
        machine.file(FILE, " ".repeat(5 << 20));

        assertRefused(() -> ask(machine.ofDocker(), HOST), "larger than 4 MiB");
    }

    @Test
    void depth_is_limited() {
        machine.file(FILE, "{\"a\":".repeat(10_000));

        assertRefused(() -> ask(machine.ofDocker(), HOST), "no valid JSON");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void what_cannot_be_read_is_not_taken_for_nothing() {
        Path unreadable = Path.of("/proc/self/mem"); // to anybody, even to root: nothing lies at its beginning

        assertThatThrownBy(() -> ask(machine.search(order -> order.ofFile(unreadable)), HOST))
                .isExactlyInstanceOf(CredentialsUnavailableException.class)
                .hasMessageContaining("/proc/self/mem cannot be read");
    }

    @Test
    void the_description_tells_it_too() {
        machine.file(FILE, "swordfish");

        assertThat(machine.ofDocker().describe(HOST, Optional.empty()))
                .contains(machine.path(FILE).toString(), "no valid JSON")
                .doesNotContain(SECRET);
    }

    @Test
    void a_damaged_variable_is_named() {
        machine.set("DOCKER_AUTH_CONFIG", "/builds/swordfish.json");

        assertThatThrownBy(() -> ask(machine.ofDocker(), HOST))
                .isExactlyInstanceOf(CredentialsUnavailableException.class)
                .hasMessageContainingAll("environment variable DOCKER_AUTH_CONFIG", "line 1")
                .hasMessageNotContainingAny(SECRET);
    }
}
