package io.github.registryclient.testkit.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks programs up as a shell would, without one. */
final class ProgramSearch {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<Path> folders;

    ProgramSearch(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    static ProgramSearch ofEnvironment() {
        return of(Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    static ProgramSearch of(String path) {
        return new ProgramSearch(Arrays.stream(path.split(Pattern.quote(File.pathSeparator), -1))
                .flatMap(ProgramSearch::folder)
                .collect(Collectors.toList()));
    }

    private static Stream<Path> folder(String text) {
        try {
            return text.isEmpty() ? Stream.empty() : Stream.of(Path.of(text).toAbsolutePath());
        } catch (InvalidPathException nothingCanBeThere) {
            return Stream.empty();
        }
    }

    Optional<RegistryProgram> find(Flavor flavor) {
        for (String fileName : flavor.fileNames()) {
            for (Path folder : folders) {
                Path candidate = folder.resolve(fileName);
                if (Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
                    Optional<String> version = flavor.version(arguments -> output(candidate, arguments));
                    if (version.isPresent()) {
                        return Optional.of(new RegistryProgram(flavor, candidate, version.get()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** What a candidate prints; nothing if it cannot be run, for then it is not the one. */
    private static String output(Path executable, List<String> arguments) {
        try {
            return Command.run(executable, arguments, Map.of(), PATIENCE).output();
        } catch (RegistryProcessException notRunnable) {
            return "";
        }
    }
}
