package io.github.registryclient.benchmarks.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A {@link CannedServer} in a JVM of its own, so that garbage and compilation of the server are not counted as the client's. It
 * ends with this object, or with this JVM: it reads its input until that is closed.
 */
public final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final URI uri;

    private ServerProcess(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /**
     * Starts the process, with the answers of {@link SampleManifests}.
     *
     * @return the server, which answers already
     */
    public static ServerProcess start() {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ServerProcess.class.getName())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader output =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
            String line = output.readLine();
            if (line == null) {
                throw new IllegalStateException("the server ended at once");
            }
            return new ServerProcess(process, URI.create(line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The process's side.
     *
     * @param args none
     * @throws IOException if the input cannot be read
     */
    public static void main(String[] args) throws IOException {
        CannedAnswers answers = new CannedAnswers();
        SampleManifests.addTo(answers);
        try (CannedServer server = CannedServer.start(answers)) {
            System.out.println(server.uri());
            while (System.in.read() >= 0) {
                // Nothing is said to it but that its input ends.
            }
        }
    }

    /**
     * Where it answers.
     *
     * @return such as {@code http://127.0.0.1:41327}
     */
    public URI uri() {
        return uri;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
