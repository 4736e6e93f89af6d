package io.github.registryclient.testkit.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection to the server behind a proxy: one request after the other. Used by one thread at a time. */
final class ForwardedConnection implements AutoCloseable {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int READ_MILLIS = 60_000;
    private static final long FRESH_NANOS = 1_000_000_000;
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;
    private static final int TOO_LARGE = 431;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");

    /** Headers of this connection, not of the message (RFC 9110, 7.6.1), and the framing. */
    private static final Set<String> OWN = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "te",
            "transfer-encoding",
            "upgrade",
            "http2-settings",
            "expect",
            "content-length");

    private final Socket socket;
    private final ConnectionInput in;
    private boolean reusable;
    private long lastUse = System.nanoTime();

    private ForwardedConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new ConnectionInput(socket.getInputStream());
    }

    static ForwardedConnection to(InetSocketAddress server) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(READ_MILLIS);
            socket.connect(server, CONNECT_MILLIS);
            return new ForwardedConnection(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Whether another request may follow. */
    boolean isReusable() {
        return reusable;
    }

    /** Whether it was used so lately that no server has ended it. */
    boolean isFresh() {
        return System.nanoTime() - lastUse < FRESH_NANOS;
    }

    Response ask(Request request, byte[] body) throws IOException {
        reusable = false;
        socket.getOutputStream().write(message(request, body));
        Response response = answer(request.method().equals("HEAD"));
        lastUse = System.nanoTime();
        return response;
    }

    private static byte[] message(Request request, byte[] body) {
        StringBuilder head = new StringBuilder(512);
        head.append(request.method()).append(' ').append(request.target()).append(" HTTP/1.1\r\n");
        request.headers().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(
                        value -> head.append(name).append(": ").append(value).append("\r\n"));
            }
        });
        if (body.length > 0 || request.contentLength().isPresent()) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        ByteArrayOutputStream message = new ByteArrayOutputStream(head.length() + body.length + 2);
        message.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
        message.writeBytes(body);
        return message.toByteArray();
    }

    private Response answer(boolean toHead) throws IOException {
        LineReader lines = new LineReader(in, HeadReader.LIMIT);
        String line = lines.next(TOO_LARGE);
        Matcher matcher = STATUS.matcher(line);
        if (!matcher.matches()) {
            throw RefusedException.malformed("no status line");
        }
        int status = Integer.parseInt(matcher.group(1));
        Fields fields = FieldReader.read(lines);
        if (status < OK) {
            return answer(toHead);
        }
        boolean ends =
                line.startsWith("HTTP/1.0") || fields.tokens("Connection").contains("close");
        boolean hasBody = !toHead && status != NO_CONTENT && status != NOT_MODIFIED;
        Response response = response(status, fields, !hasBody);
        if (hasBody) {
            boolean chunked = fields.tokens("Transfer-Encoding").contains("chunked");
            boolean framed = chunked || fields.first("Content-Length").isPresent();
            response = response.body(framed ? framed(fields) : untilEnd());
            ends |= !framed;
        }
        reusable = !ends;
        return response;
    }

    private byte[] framed(Fields fields) throws IOException {
        RequestBody body = RequestBody.of(RequestFraming.of(fields, true), in);
        return body.readAllBytes();
    }

    private byte[] untilEnd() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            body.write(next);
        }
        return body.toByteArray();
    }

    private static Response response(int status, Fields fields, boolean bodiless) {
        Response response = Response.of(status);
        for (Map.Entry<String, String> field : fields.entries()) {
            String name = field.getKey().toLowerCase(Locale.ROOT);
            if (!OWN.contains(name) || bodiless && name.equals("content-length")) {
                response = response.header(field.getKey(), field.getValue());
            }
        }
        return response;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            // that is what was wanted
        }
    }
}
