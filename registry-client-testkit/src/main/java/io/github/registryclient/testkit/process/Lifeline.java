package io.github.registryclient.testkit.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Ends a process when this JVM ends, even if it is killed: a shell waits for the end of its input, which the operating
 * system closes with the JVM. A shutdown hook would be global, and would not run on a kill.
 */
final class Lifeline {
    private static final Path SHELL = Path.of("/bin/sh");

    private final @Nullable Process watcher;

    private Lifeline(@Nullable Process watcher) {
        this.watcher = watcher;
    }

    static Lifeline of(Process process) {
        if (!Files.isExecutable(SHELL)) {
            return new Lifeline(null);
        }
        try {
            Process watcher = new ProcessBuilder(
                            SHELL.toString(),
                            "-c",
                            "read -r line; kill -9 \"$1\"",
                            "testkit-lifeline",
                            "" + process.pid())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Lifeline lifeline = new Lifeline(watcher);
            // A registry that ends by itself must not be killed later: its number may be another's by then.
            CompletableFuture<Void> unused = process.onExit().thenRun(lifeline::cut);
            return lifeline;
        } catch (IOException noShell) {
            return new Lifeline(null);
        }
    }

    /** The watcher goes first, so that the end of its input never reaches it. */
    void cut() {
        if (watcher != null) {
            watcher.destroyForcibly();
        }
    }
}
