package io.github.registryclient.tests.plan.contract;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.contract.RealRegistries;
import io.github.registryclient.testkit.process.RegistryProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real registry; skips the test where its program is missing. */
final class RealPlace implements Place {
    private final RegistryProcess process;

    RealPlace(String program) {
        process = RegistryProcess.start(RealRegistries.assumePresent(program));
    }

    @Override
    public URI uri() {
        return process.uri();
    }

    /** Only distribution keeps its manifests in files. */
    @Override
    public void loseManifest(RepositoryName repository, Digest manifest) {
        try {
            Files.delete(root().resolve("repositories/" + repository + "/_manifests/revisions")
                    .resolve(manifest.algorithm() + "/" + manifest.encoded() + "/link"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void spoilManifest(Digest manifest) {
        String hex = manifest.encoded();
        try {
            Files.write(
                    root().resolve("blobs/" + manifest.algorithm() + "/" + hex.substring(0, 2) + "/" + hex + "/data"),
                    new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path root() {
        return process.storage().resolve("docker/registry/v2");
    }

    @Override
    public void close() {
        process.close();
    }
}
