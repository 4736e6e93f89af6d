package io.github.registryclient.tests.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An HTTP proxy that wants an account, forwards requests with an absolute address and opens tunnels, always to loopback
 * whatever the host is called, and remembers what it could read. Source: RFC 9110, 9.3.6 and 11.7; RFC 9112, 3.2.
 */
final class ForwardProxy implements AutoCloseable {
    private static final Pattern OWN_HEADERS = Pattern.compile("(?im)^(?:proxy-[\\w-]+|connection):.*\r\n");

    private final String account;
    private final RawServer server = RawServer.plain(this::serve);
    private final ByteArrayOutputStream tunnelled = new ByteArrayOutputStream();

    ForwardProxy(String username, String password) {
        account = "Basic " + Base64.getEncoder().encodeToString((username + ":" + password).getBytes(UTF_8));
    }

    int port() {
        return server.port();
    }

    /** All requests so far that it could read: of a tunnel only the CONNECT. */
    List<String> heads() {
        return server.heads();
    }

    /** What clients sent into tunnels, as it passed by. */
    String tunnelled() {
        synchronized (tunnelled) {
            return tunnelled.toString(ISO_8859_1);
        }
    }

    private void serve(String head, Socket client) throws IOException {
        if (!head.contains("\r\nProxy-Authorization: " + account + "\r\n")) {
            RawServer.say(client, "407 No", "Proxy-Authenticate: Basic realm=\"proxy\"\r\n", "who are you?");
            return;
        }
        String target = head.split(" ", 3)[1];
        if (head.startsWith("CONNECT ")) {
            tunnel(client, Integer.parseInt(target.substring(target.lastIndexOf(':') + 1)));
        } else {
            forward(head, URI.create(target), client);
        }
        throw new IOException("a proxy of one request a connection");
    }

    private void tunnel(Socket client, int port) throws IOException {
        try (Socket origin = new Socket(InetAddress.getLoopbackAddress(), port)) {
            RawServer.send(client, "HTTP/1.1 200 Connection established\r\n\r\n");
            RawServer.start(() -> pump(origin, client));
            InputStream in = client.getInputStream();
            byte[] buffer = new byte[8192];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                synchronized (tunnelled) {
                    tunnelled.write(buffer, 0, count);
                }
                origin.getOutputStream().write(buffer, 0, count);
            }
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // one of them had enough
        }
    }

    private static void forward(String head, URI target, Socket client) throws IOException {
        String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
        String forwarded = OWN_HEADERS
                .matcher(head.replaceFirst(" \\S+ ", " " + target.getRawPath() + query + " "))
                .replaceAll("")
                .replaceFirst("\r\n\r\n$", "\r\nConnection: close\r\n\r\n");
        try (Socket origin = new Socket(InetAddress.getLoopbackAddress(), target.getPort())) {
            OutputStream out = origin.getOutputStream();
            out.write(forwarded.getBytes(ISO_8859_1));
            out.flush();
            String answer = RawServer.readHead(origin.getInputStream());
            RawServer.send(client, answer.replaceFirst("\r\n\r\n$", "\r\nConnection: close\r\n\r\n"));
            if (!head.startsWith("HEAD ")) {
                int length = Integer.parseInt(answer.replaceFirst("(?is).*content-length: *(\\d+).*", "$1"));
                client.getOutputStream().write(origin.getInputStream().readNBytes(length));
                client.getOutputStream().flush();
            }
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
