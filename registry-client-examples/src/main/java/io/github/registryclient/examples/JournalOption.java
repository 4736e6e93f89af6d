package io.github.registryclient.examples;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where runs are written down. */
final class JournalOption {
    @Option(
            names = "--journal",
            paramLabel = "FOLDER",
            description = {
                "Where runs are written down, so that they can be taken back; if left out",
                "~/.local/state/registry-client/journal, or below $XDG_STATE_HOME."
            })
    private @Nullable Path journal;

    Path folder(StateOption state) {
        if (journal != null) {
            return journal;
        }
        return state.folder()
                .map(folder -> folder.resolve("journal"))
                .orElseGet(() -> standard(System.getenv(), System.getProperty("user.home")));
    }

    /** As the XDG Base Directory Specification has it, which lets a relative path not count. */
    static Path standard(Map<String, String> environment, String home) {
        Path base = Optional.ofNullable(environment.get("XDG_STATE_HOME"))
                .filter(text -> !text.isEmpty())
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(Path.of(home, ".local", "state"));
        return base.resolve("registry-client").resolve("journal");
    }
}
