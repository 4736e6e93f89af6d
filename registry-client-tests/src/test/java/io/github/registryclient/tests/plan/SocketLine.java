package io.github.registryclient.tests.plan;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One connection, and one request after the other on it. For one thread at a time. */
final class SocketLine {
    private static final String VERSION = "HTTP/1.1 ";
    private static final int DIGITS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Socket socket;
    private final InputStream in;
    private boolean last;

    SocketLine(URI registry) throws IOException {
        socket = new Socket(registry.getHost(), registry.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    boolean mayGoOn() {
        return !last;
    }

    <T> HttpResponse<T> ask(HttpRequest request, BodyHandler<T> handler) throws IOException {
        socket.setSoTimeout((int) request.timeout().orElse(PATIENCE).toMillis());
        try {
            socket.getOutputStream().write(SocketRequest.bytes(request));
            SocketAnswer<T> answer = new SocketAnswer<>(request, status(), headers());
            last = answer.headers().firstValue("Connection").orElse("").equals("close");
            answer.take(handler, in);
            return answer;
        } catch (SocketTimeoutException e) {
            throw new HttpTimeoutException("request timed out");
        }
    }

    private int status() throws IOException {
        String line = line(in);
        if (!line.startsWith(VERSION)) {
            throw new IOException("no status line: " + line);
        }
        return Integer.parseInt(line.substring(VERSION.length(), VERSION.length() + DIGITS));
    }

    private HttpHeaders headers() throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon), first -> new ArrayList<>())
                    .add(line.substring(colon + 1).trim());
        }
        return HttpHeaders.of(headers, (name, value) -> true);
    }

    static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection ended within a head");
            }
            line.append((char) next);
        }
        return line.substring(0, line.length() - 1);
    }

    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
