package io.github.registryclient.testkit.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells which status of an answer reaches the client. */
final class StatusOnWire {
    private static final Pattern LINE = Pattern.compile("HTTP/\\d\\.\\d (\\d{3})(?:[ \\r\\n].*)?", Pattern.DOTALL);
    private static final int END = "HTTP/1.1 200".length();

    private StatusOnWire() {}

    static OptionalInt of(Response response) {
        Delivery delivery = response.delivery();
        if (delivery.cut().in(CutPoint.Place.HEAD) && delivery.cut().bytes() < END) {
            return OptionalInt.empty();
        }
        byte[] raw = delivery.rawHead();
        if (raw == null) {
            return OptionalInt.of(response.status());
        }
        Matcher line = LINE.matcher(new String(raw, ISO_8859_1));
        return line.matches() ? OptionalInt.of(Integer.parseInt(line.group(1))) : OptionalInt.empty();
    }
}
