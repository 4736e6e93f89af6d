package io.github.registryclient.tests.conformance;

import io.github.registryclient.tests.ProjectTree;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The conformance tool of the OCI distribution spec, from the PATH. If it is missing the test is skipped, with a line on
 * standard output that names it; if it is missing although {@value #REQUIRED} names it the test fails.
 */
final class ConformanceTool {
    static final String REQUIRED = "tools.required";

    private static final String NAME = "conformance";
    private static final String SKIPPED = "skipped: " + NAME + " is not on the PATH";
    private static final int PATIENCE_SECONDS = 100;

    private final Path executable;

    private ConformanceTool(Path executable) {
        this.executable = executable;
    }

    static ConformanceTool assumePresent() {
        String path = System.getenv().getOrDefault("PATH", "");
        if (find(path).isEmpty()) {
            System.out.println(SKIPPED);
        }
        return orEndTest(path, System.getProperty(REQUIRED, ""));
    }

    static ConformanceTool orEndTest(String path, String required) {
        List<String> names = required.isEmpty() ? List.of() : List.of(required.split(",", -1));
        if (!List.of(NAME).containsAll(names)) {
            // A misspelt name would require nothing.
            Assertions.fail("-D" + REQUIRED + "=" + required + ": known is only " + NAME);
        }
        Optional<Path> found = find(path);
        if (found.isEmpty() && names.contains(NAME)) {
            Assertions.fail(NAME + " is not on the PATH, but -D" + REQUIRED + " says that it has to be");
        }
        Assumptions.assumeTrue(found.isPresent(), SKIPPED);
        return new ConformanceTool(found.orElseThrow());
    }

    private static Optional<Path> find(String path) {
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, NAME))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Runs it, and leaves its report below the module's {@code target}. */
    ConformanceReport run(String name, URI registry, Map<String, String> switches)
            throws IOException, InterruptedException {
        Path folder = ProjectTree.root().resolve("registry-client-tests/target/conformance/" + name);
        Files.createDirectories(folder);
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(executable.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(variable -> variable.startsWith("OCI_"));
        environment.put("OCI_REGISTRY", registry.getAuthority());
        environment.put("OCI_TLS", "disabled");
        environment.put("OCI_RESULTS_DIR", folder.toString());
        environment.putAll(switches);
        Path report = folder.resolve("junit.xml");
        Files.deleteIfExists(report);
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            Assertions.assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "it did not end");
        } finally {
            process.destroyForcibly();
        }
        Assertions.assertTrue(Files.exists(report), () -> executable + " wrote no report, see " + output);
        return ConformanceReport.read(report, process.exitValue());
    }
}
