package io.github.registryclient.docker;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks a program up as a shell would, but only in absolute folders: one that lies where somebody happens to stand must not get
 * to see which registries are used.
 */
final class ProgramPath {
    /** What Windows can start, of that which PATHEXT may name. */
    private static final List<String> STARTABLE = List.of(".com", ".exe", ".bat", ".cmd");

    private final Environment environment;
    private final boolean windows;

    ProgramPath(Environment environment) {
        this.environment = environment;
        this.windows = environment.family() == Environment.Family.WINDOWS;
    }

    Path find(String program) throws HelperFailure {
        for (Path folder : folders()) {
            for (String file : files(program)) {
                Path candidate = folder.resolve(file);
                if (Files.isRegularFile(candidate) && (windows || Files.isExecutable(candidate))) {
                    return candidate;
                }
            }
        }
        throw new HelperFailure(
                "is not on the PATH of this process: install it, or take it out of the configuration and log in again",
                null);
    }

    private List<Path> folders() {
        List<Path> folders = new ArrayList<>();
        for (String folder : environment.variable("PATH").orElse("").split(windows ? ";" : ":", -1)) {
            folder(folder).filter(Path::isAbsolute).ifPresent(folders::add);
        }
        return folders;
    }

    private static Optional<Path> folder(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException nothingCanBeThere) {
            return Optional.empty();
        }
    }

    private List<String> files(String program) {
        if (!windows) {
            return List.of(program);
        }
        List<String> files = new ArrayList<>();
        if (STARTABLE.stream().anyMatch(program.toLowerCase(Locale.ROOT)::endsWith)) {
            files.add(program);
        }
        Stream.of(environment.variable("PATHEXT").orElse(".COM;.EXE;.BAT;.CMD").split(";", -1))
                .map(extension -> extension.toLowerCase(Locale.ROOT))
                .filter(STARTABLE::contains)
                .forEach(extension -> files.add(program + extension));
        return files;
    }
}
