package io.github.registryclient.testkit.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** Says bytes on a socket and hears bytes; knows of HTTP only where a head ends. */
final class RawClient implements AutoCloseable {
    private final Socket socket;

    RawClient(HttpServer server) throws IOException {
        this(new Socket(InetAddress.getLoopbackAddress(), server.port()));
    }

    RawClient(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(60_000);
    }

    /** Everything that a server says to these bytes, after which nothing follows. Without the date. */
    static String exchange(HttpServer server, String request) throws IOException {
        try (RawClient client = new RawClient(server)) {
            client.send(request);
            client.finish();
            return client.rest();
        }
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    /** Says that nothing follows. */
    void finish() throws IOException {
        socket.shutdownOutput();
    }

    /** Up to the end of the connection. */
    String rest() throws IOException {
        return undated(new String(socket.getInputStream().readAllBytes(), ISO_8859_1));
    }

    /** So many bytes. */
    String next(int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), ISO_8859_1);
    }

    /** Up to an empty line, or the end of the connection. */
    String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                break;
            }
            head.write(next);
        }
        return undated(head.toString(ISO_8859_1));
    }

    int read() throws IOException {
        return socket.getInputStream().read();
    }

    /** Whether bytes have arrived that nobody read. */
    boolean hasMore() throws IOException {
        return socket.getInputStream().available() > 0;
    }

    private static String undated(String text) {
        return text.replaceAll("Date: \\w{3}, \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT\r\n", "");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
