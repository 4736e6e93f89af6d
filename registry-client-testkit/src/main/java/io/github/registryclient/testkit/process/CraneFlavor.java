package io.github.registryclient.testkit.process;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The registry inside go-containerregistry's crane. It has no configuration at all. */
final class CraneFlavor implements Flavor {
    @Override
    public String name() {
        return RegistryProgram.CRANE;
    }

    @Override
    public List<String> fileNames() {
        return List.of("crane");
    }

    @Override
    public Optional<String> version(Function<List<String>, String> run) {
        if (!run.apply(List.of("registry", "serve", "--help")).contains("--disk")) {
            return Optional.empty(); // another crane, or one from before it could keep blobs on disk
        }
        return Optional.of(run.apply(List.of("version")).strip());
    }

    @Override
    public void requireSupported(RegistryOptions options) {
        options.refuseUnlessDefault(name());
    }

    @Override
    public void configure(Instance instance) {}

    @Override
    public List<String> serve(Instance instance) {
        return List.of(
                "registry",
                "serve",
                "--address",
                instance.host() + ":" + instance.port(),
                "--disk",
                instance.storage().toString());
    }

    @Override
    public boolean isOurs(Instance instance, Answer answer, String output) {
        return output.contains("serving on port " + instance.port());
    }

    /** Manifests and tags are in memory, only blobs are on the disk. */
    @Override
    public boolean isDurable() {
        return false;
    }
}
