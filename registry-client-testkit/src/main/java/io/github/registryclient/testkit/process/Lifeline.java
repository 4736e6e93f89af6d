package io.github.registryclient.testkit.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Ends a process when this JVM ends, even if it is killed: a shell waits for the end of its input, which the operating
 * system closes with the JVM. A shutdown hook would be global, and would not run on a kill. The registries of this package
 * have one; it is for other servers that tests start as well.
 *
 * <p>Thread-safe.
 */
public final class Lifeline {
    private static final Path SHELL = Path.of("/bin/sh");

    private final @Nullable Process watcher;

    private Lifeline(@Nullable Process watcher) {
        this.watcher = watcher;
    }

    /**
     * Ties a process to this JVM. It is ended the hard way (SIGKILL), it alone and not what it started.
     *
     * @param process a process that runs
     * @return what it hangs on, which does nothing on a machine without {@code /bin/sh}
     */
    public static Lifeline of(Process process) {
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

    /** Lets the process live or end as it will. Before it is ended on purpose, for its number may be another's afterwards. */
    public void cut() {
        if (watcher != null) {
            watcher.destroyForcibly(); // at once, so that the end of its input never reaches it
        }
    }
}
