package io.github.registryclient.tests.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/** A server on a socket, with TLS or without, that remembers every request's head as it stood there. */
final class RawServer implements AutoCloseable {
    /** Does something with a request. An {@link IOException} ends the connection, returning keeps it. */
    interface Script {
        void serve(String head, Socket socket) throws IOException;
    }

    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length:\\s*(\\d+)\\s*$");

    private final ServerSocket listener;
    private final String scheme;
    private final Script script;
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private RawServer(String scheme, ServerSocket listener, Script script) {
        this.scheme = scheme;
        this.listener = listener;
        this.script = script;
        start(this::accept);
    }

    static RawServer plain(Script script) {
        try {
            return new RawServer("http", new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RawServer tls(SSLContext context, Script script) {
        try {
            ServerSocket listener =
                    context.getServerSocketFactory().createServerSocket(0, 100, InetAddress.getLoopbackAddress());
            return new RawServer("https", listener, script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A registry whose {@code team/app} has the tag 1.0; it lets everybody in, or only this account. */
    static Script registry(String authorization) {
        return (head, socket) -> {
            boolean allowed = authorization.isEmpty() || head.contains("\r\nAuthorization: " + authorization + "\r\n");
            if (!allowed) {
                say(socket, "401 Unauthorized", "WWW-Authenticate: Basic realm=\"r\"\r\n", "");
            } else if (head.contains("/v2/team/app/tags/list")) {
                say(
                        socket,
                        "200 OK",
                        "Content-Type: application/json\r\n",
                        "{\"name\":\"team/app\",\"tags\":[\"1.0\"]}");
            } else {
                say(socket, "200 OK", "Content-Type: application/json\r\n", "{}");
            }
        };
    }

    static void say(Socket socket, String status, String headers, String body) throws IOException {
        send(socket, "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    }

    static void send(Socket socket, String raw) throws IOException {
        socket.getOutputStream().write(raw.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Says nothing; returns when the other side or the test has had enough. */
    static void hold(Socket socket) throws IOException {
        socket.getInputStream().transferTo(new ByteArrayOutputStream());
        throw new IOException("gone");
    }

    String url() {
        return scheme + "://127.0.0.1:" + port();
    }

    int port() {
        return listener.getLocalPort();
    }

    /** All requests so far, each from its first line to its last header. */
    List<String> heads() {
        return heads;
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                open.add(socket);
                start(() -> converse(socket));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            for (String head = readHead(socket.getInputStream());
                    !head.isEmpty();
                    head = readHead(socket.getInputStream())) {
                Matcher length = LENGTH.matcher(head);
                socket.getInputStream().readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
                heads.add(head);
                script.serve(head, socket);
            }
        } catch (IOException ended) {
            // by the script, the client or the test
        } finally {
            open.remove(socket);
        }
    }

    /** Up to the empty line; empty where the stream ends before. */
    static String readHead(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.write(next);
        }
        return head.toString(ISO_8859_1);
    }

    static void start(Runnable task) {
        Thread thread = new Thread(task, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
