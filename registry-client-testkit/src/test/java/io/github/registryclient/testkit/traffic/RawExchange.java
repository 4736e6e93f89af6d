package io.github.registryclient.testkit.traffic;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.registryclient.testkit.EmbeddedRegistry;
import java.io.IOException;
import java.net.Socket;

/** Says a request on a connection of its own, and hears all that comes back, byte by byte. */
final class RawExchange {
    private RawExchange() {}

    /** All bytes up to the end of the connection, without the date. */
    static String exchange(EmbeddedRegistry registry, String method, String target, String... lines)
            throws IOException {
        try (Socket socket = new Socket(registry.uri().getHost(), registry.uri().getPort())) {
            socket.setSoTimeout(60_000);
            String more = lines.length == 0 ? "" : String.join("\r\n", lines) + "\r\n";
            String head = method + " " + target + " HTTP/1.1\r\nHost: a\r\n" + more + "\r\n";
            socket.getOutputStream().write(head.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1)
                    .replaceAll("Date: \\w{3}, \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT\r\n", "");
        }
    }

    /** The status of an answer. */
    static int status(EmbeddedRegistry registry, String method, String target, String... lines) throws IOException {
        return Integer.parseInt(exchange(registry, method, target, lines).split(" ", 3)[1]);
    }
}
