package io.github.registryclient.examples;

import io.github.registryclient.cleanup.use.InUse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What runs. */
final class InUseOption {
    @Option(
            names = "--in-use",
            paramLabel = "FILE",
            description = "References of what runs, one a line; may be repeated.")
    private List<Path> files = List.of();

    Stream<InUse> sources() {
        return files.stream().map(InUse::file);
    }
}
