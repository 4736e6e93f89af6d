package io.github.registryclient.benchmarks.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A server in a JVM of its own, a {@link CannedServer} or another, so that garbage and compilation of the server are not counted as
 * the client's. It ends with this object, or with this JVM: it reads its input until that is closed.
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
        return start(ServerProcess.class);
    }

    /**
     * Starts a process with another server.
     *
     * @param main says where it answers, as its first line, and ends with its input
     * @return the server, which answers already
     */
    public static ServerProcess start(Class<?> main) {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            main.getName())
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
