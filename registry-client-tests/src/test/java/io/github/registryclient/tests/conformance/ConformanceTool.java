package io.github.registryclient.tests.conformance;

import io.github.registryclient.tests.ProjectTree;
import io.github.registryclient.tests.RealTools;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;

/** The conformance tool of the OCI distribution spec. */
final class ConformanceTool {
    private static final int PATIENCE_SECONDS = 100;

    private final Path executable;

    private ConformanceTool(Path executable) {
        this.executable = executable;
    }

    static ConformanceTool assumePresent() {
        return new ConformanceTool(RealTools.assumePresent("conformance"));
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
