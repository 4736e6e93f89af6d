package io.github.registryclient.tests.plan.contract;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.tests.ProgramRun;
import io.github.registryclient.tests.RealTools;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The real oras, which attaches things to what is in a registry; skips the test where it is missing. */
final class Oras {
    private final Path program = RealTools.assumePresent("oras");
    private final URI registry;
    private final Path folder;
    private int attached;

    Oras(URI registry, Path folder) {
        this.registry = registry;
        this.folder = folder;
    }

    /** Attaches a file of one line. The environment is empty, so that nobody's credentials are read. */
    Part attach(RepositoryName repository, Digest subject, String type, String line)
            throws IOException, InterruptedException {
        attached++;
        Path content = Files.writeString(folder.resolve("attached-" + attached + ".json"), line + "\n");
        Path manifest = folder.resolve("manifest-" + attached + ".json");
        ProgramRun.run(
                List.of(
                        program.toString(),
                        "attach",
                        "--plain-http",
                        "--disable-path-validation",
                        "--artifact-type",
                        type,
                        "--export-manifest",
                        manifest.toString(),
                        registry.getAuthority() + "/" + repository + "@" + subject,
                        content + ":" + type),
                Map.of("HOME", folder.toString()),
                "");
        return Part.of(Files.readAllBytes(manifest));
    }
}
