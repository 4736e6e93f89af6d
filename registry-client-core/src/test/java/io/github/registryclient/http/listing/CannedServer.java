package io.github.registryclient.http.listing;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A bare HTTP/1.1 server for answers that are many or large: keeps connections, and keeps nothing of what it sent. */
final class CannedServer implements AutoCloseable {
    private final ServerSocket listening;
    private final Answers answers;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    CannedServer(Answers answers) throws IOException {
        this.answers = answers;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket connection = listening.accept();
                connection.setTcpNoDelay(true);
                connections.add(connection);
                start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = new BufferedOutputStream(connection.getOutputStream(), 1 << 16);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String target = line.split(" ", 3)[1];
                while (!line.isEmpty()) {
                    line = in.readLine();
                }
                answers.answer(target, out);
                out.flush();
            }
        } catch (IOException | UncheckedIOException ended) {
            // the client went away, or the test is over
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "canned-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Writes a whole answer, from status line to body. */
    interface Answers {
        void answer(String target, OutputStream out) throws IOException;
    }

    static void page(OutputStream out, String link, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        out.write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n"
                        + (link.isEmpty() ? "" : "Link: " + link + "\r\n") + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(body);
    }
}
