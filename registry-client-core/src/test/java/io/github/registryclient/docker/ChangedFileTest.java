package io.github.registryclient.docker;

import static io.github.registryclient.docker.Machine.ask;
import static io.github.registryclient.docker.Machine.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.error.CredentialsUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords are renewed by somebody else, in the file, while the process runs. */
class ChangedFileTest {
    private static final String FILE = "home/alice/.docker/config.json";
    private static final String HOST = "registry.example.com";
    private static final FileTime THEN = FileTime.fromMillis(1_700_000_000_000L);

    private final Machine machine;
    private final DockerCredentials search;

    ChangedFileTest(@TempDir Path root) {
        machine = new Machine(root);
        search = machine.ofDocker();
    }

    private void login(String pair, FileTime time) throws IOException {
        machine.logins(FILE, HOST, pair);
        Files.setLastModifiedTime(machine.path(FILE), time);
    }

    @Test
    void another_time_or_size_shows_a_change() throws IOException {
        assertThat(ask(search, HOST)).isEqualTo("-");
        login("alice:1", THEN);
        assertThat(ask(search, HOST)).isEqualTo("alice:1");
        login("alice:2", FileTime.fromMillis(THEN.toMillis() + 1));
        assertThat(ask(search, HOST)).isEqualTo("alice:2");
        login("alice:longer", FileTime.fromMillis(THEN.toMillis() + 1));
        assertThat(ask(search, HOST)).isEqualTo("alice:longer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n"})
    void an_account_does_not_become_nobody_while_its_file_is_empty(String nothing) throws IOException {
        login("alice:1", THEN);
        Credentials first = search.credentials(HOST, Optional.empty());
        machine.file(FILE, nothing);

        assertUnavailable(() -> ask(search, HOST), "is empty; it may just be being written");
        assertUnavailable(() -> search.refresh(HOST, Optional.empty(), first), "is empty");
        login("alice:2", THEN);
        assertThat(ask(search, HOST)).isEqualTo("alice:2");
    }

    @Test
    void an_account_does_not_become_nobody_while_its_file_is_gone() throws IOException {
        login("alice:1", THEN);
        Credentials first = search.credentials(HOST, Optional.empty());
        Files.delete(machine.path(FILE));

        assertUnavailable(() -> ask(search, HOST), "is not there any more");
        assertUnavailable(() -> search.refresh(HOST, Optional.empty(), first), "is not there any more");
        login("alice:2", THEN);
        assertThat(ask(search, HOST)).isEqualTo("alice:2");
    }

    @Test
    void who_logs_out_leaves_a_file_that_says_so() throws IOException {
        login("alice:1", THEN);
        assertThat(ask(search, HOST)).isEqualTo("alice:1");
        machine.file(FILE, "{}");

        assertThat(ask(search, HOST)).isEqualTo("-");
    }

    @Test
    void a_file_that_was_named_must_not_be_empty() {
        machine.file("named.json", "\n");

        assertUnavailable(
                () -> ask(machine.search(order -> order.ofFile(machine.path("named.json"))), HOST),
                "named.json is empty; it may just be being written");
    }

    @Test
    void an_empty_file_of_podmans_is_damaged_as_for_podman() {
        machine.file("home/alice/.config/containers/auth.json", "");

        assertUnavailable(() -> ask(machine.ofPodman(), HOST), "auth.json is empty");
    }

    private static void assertUnavailable(ThrowingCallable call, String words) {
        assertThatThrownBy(call)
                .isExactlyInstanceOf(CredentialsUnavailableException.class)
                .hasMessageContainingAll(words, "{}");
    }

    @Test
    void a_file_that_took_the_place_of_another_is_read_though_it_looks_the_same() throws IOException {
        login("alice:1", THEN);
        assertThat(ask(search, HOST)).isEqualTo("alice:1");
        machine.logins("new.json", HOST, "alice:2");
        Files.setLastModifiedTime(machine.path("new.json"), THEN);
        Files.move(machine.path(FILE), machine.path("old.json"));
        Files.move(machine.path("new.json"), machine.path(FILE));

        assertThat(ask(search, HOST)).isEqualTo("alice:2");
    }

    @Test
    void an_unchanged_file_is_not_read_again_but_after_a_refusal_it_is() throws IOException {
        login("alice:1", THEN);
        Credentials first = search.credentials(HOST, Optional.empty());
        login("alice:2", THEN); // same file, size and time

        assertThat(ask(search, HOST)).isEqualTo("alice:1");
        assertThat(shown(search.refresh(HOST, Optional.empty(), first))).isEqualTo("alice:2");
        assertThat(ask(search, HOST)).isEqualTo("alice:2");
    }

    @Test
    void a_damaged_file_that_was_mended_counts_again() {
        machine.file(FILE, "{");
        assertThat(search.describe(HOST, Optional.empty())).contains("no valid JSON");
        machine.logins(FILE, HOST, "alice:1");

        assertThat(ask(search, HOST)).isEqualTo("alice:1");
    }
}
