package io.github.registryclient.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that is run to its end, which has to be a good one. */
public final class ProgramRun {
    private static final int PATIENCE_SECONDS = 60;

    private ProgramRun() {}

    /** Runs it with the environment of this process. */
    public static void run(List<String> line) throws IOException, InterruptedException {
        run(line, System.getenv(), "");
    }

    /** Runs it with those environment variables and no others, and gives it something to read. */
    public static void run(List<String> line, Map<String, String> variables, String input)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("registry-client-program-", ".txt");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().clear();
            builder.environment().putAll(variables);
            Process process = builder.start();
            try {
                try (OutputStream stdin = process.getOutputStream()) {
                    stdin.write(input.getBytes(StandardCharsets.UTF_8));
                }
                assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                        .as(line.get(0) + " ends")
                        .isTrue();
                assertThat(process.exitValue())
                        .as(line.get(0) + ": " + Files.readString(output))
                        .isZero();
            } finally {
                process.destroyForcibly();
            }
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
