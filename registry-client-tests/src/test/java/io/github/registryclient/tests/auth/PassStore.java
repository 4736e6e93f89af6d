package io.github.registryclient.tests.auth;

import io.github.registryclient.tests.ProgramRun;
import io.github.registryclient.tests.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The store of somebody who uses {@code docker-credential-pass}, with a GnuPG key that is thrown away. */
final class PassStore implements AutoCloseable {
    private static final String HELPER = "docker-credential-pass";
    private static final String OWNER = "test@example.com";

    private final Path keys;
    private final Map<String, String> variables;

    private PassStore(Path keys, Map<String, String> variables) {
        this.keys = keys;
        this.variables = variables;
    }

    /** Makes one whose home is the folder, or ends the test. */
    static PassStore make(Path home) throws IOException, InterruptedException {
        List.of(HELPER, "pass", "gpg").forEach(RealTools::assumePresent);
        Path keys = Files.createTempDirectory("gpg"); // GnuPG's sockets do not bear a long path
        Map<String, String> variables = new HashMap<>();
        variables.put("PATH", System.getenv("PATH"));
        variables.put("HOME", home.toString());
        variables.put("GNUPGHOME", keys.toString());
        variables.put("PASSWORD_STORE_DIR", home.resolve("store").toString());
        PassStore store = new PassStore(keys, Map.copyOf(variables));
        try {
            store.run("", "gpg", "--batch", "--passphrase", "", "--quick-generate-key", OWNER, "future-default");
            store.run("", "pass", "init", OWNER);
            return store;
        } catch (IOException | InterruptedException | RuntimeException | AssertionError e) {
            store.close();
            throw e;
        }
    }

    private void run(String input, String... line) throws IOException, InterruptedException {
        ProgramRun.run(List.of(line), variables, input);
    }

    /** The environment in which the helper finds it. */
    Map<String, String> variables() {
        return variables;
    }

    void keep(String server, String user, String secret) throws IOException, InterruptedException {
        run(
                "{\"ServerURL\":\"" + server + "\",\"Username\":\"" + user + "\",\"Secret\":\"" + secret + "\"}",
                HELPER,
                "store");
    }

    /** Ends GnuPG's agent and deletes the key. */
    @Override
    public void close() throws IOException {
        try {
            run("", "gpgconf", "--kill", "all");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(keys)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).collect(Collectors.toList())) {
                Files.deleteIfExists(file);
            }
        }
    }
}
