package io.github.registryclient.docker;

import static io.github.registryclient.docker.Machine.ask;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.auth.Credentials;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real {@code docker-credential-pass}, with a GnuPG key that is thrown away. If it is missing the test is skipped, with a
 * line on standard output; if it is missing although {@code tools.required} names it the test fails.
 */
@DisabledOnOs(OS.WINDOWS)
class RealPassHelperTest {
    private static final String HELPER = "docker-credential-pass";
    private static final String FILE = "home/alice/.docker/config.json";

    private final Machine machine;
    private final Map<String, String> variables = new HashMap<>();
    private Path keys;

    RealPassHelperTest(@TempDir Path root) {
        machine = new Machine(root);
    }

    @BeforeEach
    void makeAStore() throws Exception {
        assumePresent();
        keys = Files.createTempDirectory("gpg"); // GnuPG's sockets do not bear a long path
        variables.put("PATH", System.getenv("PATH"));
        variables.put("HOME", machine.path("home/alice").toString());
        variables.put("GNUPGHOME", keys.toString());
        variables.put("PASSWORD_STORE_DIR", machine.path("store").toString());
        variables.forEach(machine::set);
        machine.file(FILE, "{\"credsStore\":\"pass\"}");
        run(
                "",
                "gpg",
                "--batch",
                "--passphrase",
                "",
                "--quick-generate-key",
                "test@example.com",
                "future-default",
                "default",
                "never");
        run("", "pass", "init", "test@example.com");
    }

    @AfterEach
    void endTheAgent() throws Exception {
        if (keys != null) {
            run("", "gpgconf", "--kill", "all");
            try (Stream<Path> files = Files.walk(keys)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toArray(Path[]::new)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static void assumePresent() {
        boolean present = List.of(HELPER, "pass", "gpg").stream().allMatch(RealPassHelperTest::isOnPath);
        String skipped = "skipped: " + HELPER + " is not on the PATH, or pass or gpg is not";
        if (!present) {
            System.out.println(skipped);
            if (List.of(System.getProperty("tools.required", "").split(",", -1)).contains(HELPER)) {
                Assertions.fail(skipped);
            }
        }
        Assumptions.assumeTrue(present, skipped);
    }

    private static boolean isOnPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(":", -1)).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private void run(String input, String... line) throws IOException, InterruptedException {
        Path output = machine.path("output.txt");
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(variables);
        Process process = builder.start();
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(line[0]).isTrue();
        assertThat(process.exitValue())
                .as(line[0] + ": " + Files.readString(output))
                .isZero();
    }

    private void store(String server, String username, String secret) throws Exception {
        run(
                "{\"ServerURL\":\"" + server + "\",\"Username\":\"" + username + "\",\"Secret\":\"" + secret + "\"}",
                HELPER,
                "store");
    }

    @Test
    void what_it_stores_it_gives_and_the_rest_is_none() throws Exception {
        store("registry.example.com:5000", "alice", "sword:fish");
        store("https://index.docker.io/v1/", "bob", "open sesame");
        store("token.example.com", "<token>", "eyJh");
        DockerCredentials search = machine.ofDocker();

        assertThat(ask(search, "registry.example.com:5000", "team/app")).isEqualTo("alice:sword:fish");
        assertThat(ask(search, "registry-1.docker.io", "library/alpine")).isEqualTo("bob:open sesame");
        assertThat(ask(search, "token.example.com")).isEqualTo("identity :eyJh");
        assertThat(ask(search, "nope.example.com")).isEqualTo("-");
        assertThat(search.describe("registry.example.com:5000", Optional.empty()))
                .contains("alice:*** from docker-credential-pass", FILE)
                .doesNotContain("sword");
    }

    @Test
    void after_a_refusal_a_new_password_is_found() throws Exception {
        store("registry.example.com", "alice", "old");
        DockerCredentials search = machine.ofDocker();
        Credentials refused = search.credentials("registry.example.com", Optional.empty());
        store("registry.example.com", "alice", "new");

        assertThat(ask(search, "registry.example.com")).isEqualTo("alice:old");
        assertThat(Machine.shown(search.refresh("registry.example.com", Optional.empty(), refused)))
                .isEqualTo("alice:new");
    }
}
