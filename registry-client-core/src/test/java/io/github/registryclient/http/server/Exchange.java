package io.github.registryclient.http.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One request, as it stood on the wire, and the means to answer it. */
public final class Exchange {
    private final Socket socket;
    private final String head;
    private final byte[] body;

    private Exchange(Socket socket, String head, byte[] body) {
        this.socket = socket;
        this.head = head;
        this.body = body;
    }

    static Exchange read(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            head.write(next);
        }
        Exchange bare = new Exchange(socket, head.toString(ISO_8859_1), new byte[0]);
        int length = bare.header("Content-Length").map(Integer::parseInt).orElse(0);
        return new Exchange(socket, bare.head, in.readNBytes(length));
    }

    /** The whole head, with the request line first. */
    public String head() {
        return head;
    }

    /** Such as {@code GET /v2/}. */
    public String line() {
        return head.substring(0, head.indexOf(" HTTP/1.1"));
    }

    /** The method. */
    public String method() {
        return head.substring(0, head.indexOf(' '));
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        Matcher matcher = Pattern.compile("(?im)^" + Pattern.quote(name) + ":\\s*(.*?)\\r?$")
                .matcher(head);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The names of the headers, in lower case. */
    public List<String> headerNames() {
        return Pattern.compile("(?m)^([\\w-]+):")
                .matcher(head)
                .results()
                .map(match -> match.group(1).toLowerCase(Locale.ROOT))
                .collect(java.util.stream.Collectors.toList());
    }

    /** The body. */
    public byte[] body() {
        return body;
    }

    /** Sends this and nothing else. */
    public void send(String raw) throws IOException {
        send(raw.getBytes(UTF_8));
    }

    /** Sends this and nothing else. */
    public void send(byte[] raw) throws IOException {
        socket.getOutputStream().write(raw);
        socket.getOutputStream().flush();
    }

    /** A whole answer; headers as lines. */
    public void reply(int status, String body, String... headers) throws IOException {
        reply(status, body.getBytes(UTF_8), headers);
    }

    /** A whole answer; headers as lines. */
    public void reply(int status, byte[] body, String... headers) throws IOException {
        head(status, body.length, headers);
        if (!method().equals("HEAD")) {
            send(body);
        }
    }

    /** The head of an answer whose body follows. */
    public void head(int status, long length, String... headers) throws IOException {
        StringBuilder answer = new StringBuilder("HTTP/1.1 " + status + " Scripted\r\n");
        for (String header : headers) {
            answer.append(header).append("\r\n");
        }
        send(answer + "Content-Length: " + length + "\r\n\r\n");
    }

    /** Says nothing more; returns when the client has closed the connection or the server is closed. */
    public void hold() throws IOException {
        while (socket.getInputStream().read() >= 0) {
            // what a silent server gets is not looked at
        }
        cut();
    }

    /** Closes the connection. */
    public void cut() throws IOException {
        socket.close();
    }
}
