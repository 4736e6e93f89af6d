package io.github.registryclient.tests;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs beside registries that tests run, from the PATH. One that is missing skips the test, with a line on standard output
 * that names it; one that is missing although {@value #REQUIRED} names it fails the test.
 */
public final class RealTools {
    /** The system property: names of tools, separated by commas, that must not be missing. */
    public static final String REQUIRED = "tools.required";

    /** Core looks for the last one by itself too. */
    private static final List<String> KNOWN = List.of(
            "conformance",
            "oras",
            "skopeo",
            "nginx",
            "tinyproxy",
            "token-server",
            "pass",
            "gpg",
            "docker-credential-pass");

    /** Where Debian keeps servers such as nginx; not on everybody's PATH. */
    private static final String SERVERS = "/usr/sbin";

    private RealTools() {}

    public static Path assumePresent(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        if (find(name, path).isEmpty()) {
            System.out.println(skipped(name));
        }
        return orEndTest(name, path, System.getProperty(REQUIRED, ""));
    }

    static Path orEndTest(String name, String path, String required) {
        List<String> names = required.isEmpty() ? List.of() : List.of(required.split(",", -1));
        if (!KNOWN.containsAll(names)) {
            // A misspelt name would require nothing.
            Assertions.fail("-D" + REQUIRED + "=" + required + ": known are only " + KNOWN);
        }
        Optional<Path> found = find(name, path);
        if (found.isEmpty() && names.contains(name)) {
            Assertions.fail(name + " is not on the PATH, but -D" + REQUIRED + " says that it has to be");
        }
        Assumptions.assumeTrue(found.isPresent(), skipped(name));
        return found.orElseThrow();
    }

    private static String skipped(String name) {
        return "skipped: " + name + " is not on the PATH";
    }

    private static Optional<Path> find(String name, String path) {
        return Stream.concat(Arrays.stream(path.split(File.pathSeparator, -1)), Stream.of(SERVERS))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
