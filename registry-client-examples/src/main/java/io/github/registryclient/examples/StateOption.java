package io.github.registryclient.examples;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is remembered from run to run. */
final class StateOption {
    @Option(
            names = "--state",
            paramLabel = "FOLDER",
            description = {
                "Remember here when what was first seen, for ages and the grace period,",
                "and keep documents, so that the next plan asks less of the registry;",
                "runs are written down in journal below it, unless --journal says where."
            })
    private @Nullable Path state;

    Optional<Path> folder() {
        return Optional.ofNullable(state);
    }
}
