package io.github.registryclient.testkit.http;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** Reads everything before the body (RFC 9112, 2 and 3). */
final class HeadReader {
    static final int LIMIT = 64 << 10;
    private static final int URI_TOO_LONG = 414;
    private static final int PARTS = 3;
    private static final Pattern VERSION = Pattern.compile("HTTP/\\d\\.\\d");
    private static final int MAJOR = "HTTP/".length();
    private static final Pattern HOST = Pattern.compile("[\\w.~%!$&'()*+,;=:\\[\\]-]*");

    private final ConnectionInput in;
    private boolean toHead;
    private boolean current = true;

    HeadReader(ConnectionInput in) {
        this.in = in;
    }

    /** What is known of a request whose head could not be read: enough to answer it. */
    RequestHead unreadable() {
        return new RequestHead(toHead ? "HEAD" : "GET", new Target("/"), current, Fields.none(), RequestFraming.none());
    }

    RequestHead read() throws IOException {
        LineReader lines = new LineReader(in, LIMIT);
        String line = lines.next(URI_TOO_LONG);
        if (line.isEmpty()) {
            line = lines.next(URI_TOO_LONG); // some clients end a body with a line too much (RFC 9112, 2.2)
        }
        String[] parts = line.split(" ", -1);
        if (parts.length != PARTS || !Syntax.isToken(parts[0])) {
            throw RefusedException.malformed("no request line");
        }
        toHead = parts[0].equals("HEAD");
        current = isCurrent(parts[2]);
        Target target = target(parts[0], parts[1]);
        Fields fields = FieldReader.read(lines);
        checkHost(fields, current);
        checkExpectation(fields);
        if (target.authority().isPresent()) { // counts more than Host does (RFC 9112, 3.2.2)
            fields = fields.without("Host").and("Host", target.authority().get());
        }
        return new RequestHead(parts[0], target, current, fields, RequestFraming.of(fields, current));
    }

    /** Versions that differ in the last digit only are understood; HTTP/1.0 is less than current. */
    private static boolean isCurrent(String version) throws RefusedException {
        if (!VERSION.matcher(version).matches()) {
            throw RefusedException.malformed("no version of HTTP");
        }
        if (version.charAt(MAJOR) != '1') {
            throw new RefusedException(505, "spoken here is HTTP/1.1");
        }
        return !version.endsWith(".0");
    }

    private static Target target(String method, String text) throws RefusedException {
        if (method.equals("CONNECT")) {
            throw new RefusedException(501, "this is no proxy");
        }
        boolean known = text.startsWith("/") || new Target(text).authority().isPresent();
        if (!Syntax.isVisible(text) || !known && !(text.equals("*") && method.equals("OPTIONS"))) {
            throw RefusedException.malformed("no request target");
        }
        return new Target(text);
    }

    /** One and no more, since one that is missing or doubled is read differently by others (RFC 9112, 3.2). */
    private static void checkHost(Fields fields, boolean current) throws RefusedException {
        List<String> hosts = fields.all("Host");
        if (hosts.size() > 1 || hosts.isEmpty() && current) {
            throw RefusedException.malformed("not exactly one Host");
        }
        if (!hosts.isEmpty() && !HOST.matcher(hosts.get(0)).matches()) {
            throw RefusedException.malformed("no name of a host");
        }
    }

    private static void checkExpectation(Fields fields) throws RefusedException {
        if (fields.tokens("Expect").stream().anyMatch(token -> !token.equals("100-continue"))) {
            throw new RefusedException(417, "expected is something unknown here");
        }
    }
}
