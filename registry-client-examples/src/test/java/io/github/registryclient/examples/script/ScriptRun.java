package io.github.registryclient.examples.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One run of the script; its two outputs go to files of their own. */
final class ScriptRun implements AutoCloseable {
    final Process process;
    private final Path out;
    private final Path err;

    private ScriptRun(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static ScriptRun start(Path script, Path folder, Map<String, String> environment, String... arguments)
            throws IOException {
        Path out = Files.createTempFile(folder, "run", ".out");
        Path err = Files.createTempFile(folder, "run", ".err");
        List<String> command = new ArrayList<>(List.of("/bin/bash", script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        return new ScriptRun(builder.start(), out, err);
    }

    ScriptRun awaitSaid(String text) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> err().contains(text));
        return this;
    }

    ScriptRun ends(int exitCode) throws Exception {
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as(this + " still runs")
                .isTrue();
        assertThat(process.exitValue()).as(toString()).isEqualTo(exitCode);
        return this;
    }

    String out() throws IOException {
        return Files.readString(out);
    }

    String err() throws IOException {
        return Files.readString(err);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public String toString() {
        try {
            return out() + err();
        } catch (IOException e) {
            return e.toString();
        }
    }
}
