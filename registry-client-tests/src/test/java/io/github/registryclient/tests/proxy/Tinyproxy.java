package io.github.registryclient.tests.proxy;

import io.github.registryclient.testkit.process.Lifeline;
import io.github.registryclient.tests.RealTools;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A real proxy that wants a password, if it is on the {@code PATH}; it ends with this JVM. */
final class Tinyproxy implements AutoCloseable {
    private static final int STARTS = 3;

    private final Process process;
    private final Lifeline lifeline;
    private final int port;
    private final Path log;

    private Tinyproxy(Process process, int port, Path log) {
        this.process = process;
        this.lifeline = Lifeline.of(process);
        this.port = port;
        this.log = log;
    }

    static Tinyproxy start(Path folder, String username, String password) throws IOException {
        Path program = RealTools.assumePresent("tinyproxy");
        for (int attempt = 1; attempt <= STARTS; attempt++) { // somebody else may take the port
            Tinyproxy started = start(program, folder, freePort(), username, password);
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(20))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> started.answers() || !started.process.isAlive());
            if (started.process.isAlive()) {
                return started;
            }
        }
        throw new IOException("tinyproxy does not start: " + Files.readString(folder.resolve("tinyproxy.out")));
    }

    private static Tinyproxy start(Path program, Path folder, int port, String username, String password)
            throws IOException {
        Path log = folder.resolve("tinyproxy.log");
        Path configuration = Files.writeString(
                folder.resolve("tinyproxy.conf"),
                String.join(
                        "\n",
                        "Port " + port,
                        "Listen 127.0.0.1",
                        "Timeout 60",
                        "MaxClients 20",
                        "LogLevel Connect",
                        "LogFile \"" + log + "\"",
                        "BasicAuth " + username + " " + password,
                        ""));
        Process process = new ProcessBuilder(program.toString(), "-d", "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("tinyproxy.out").toFile())
                .start();
        return new Tinyproxy(process, port, log);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    int port() {
        return port;
    }

    /** What it wrote about whom it connected. */
    String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        lifeline.cut();
        process.destroy();
    }
}
