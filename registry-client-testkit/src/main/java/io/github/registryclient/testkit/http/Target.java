package io.github.registryclient.testkit.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The request target and its parts (RFC 9112, 3.2). Immutable. */
final class Target {
    private static final int HEX = 16;

    private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://([^/?#]+)((?:[/?].*)?)");

    private final String text;
    private final Optional<String> authority;
    private final String path;
    private final String query;

    Target(String text) {
        Matcher absolute = ABSOLUTE.matcher(text);
        boolean named = absolute.matches();
        String local = named ? absolute.group(2) : text;
        int mark = local.indexOf('?');
        String before = mark < 0 ? local : local.substring(0, mark);
        this.text = text;
        this.authority = named ? Optional.of(absolute.group(1)) : Optional.empty();
        this.path = named && before.isEmpty() ? "/" : before;
        this.query = mark < 0 ? "" : local.substring(mark + 1);
    }

    /** The host and port of the absolute form, which proxies get. */
    Optional<String> authority() {
        return authority;
    }

    String text() {
        return text;
    }

    String path() {
        return path;
    }

    String query() {
        return query;
    }

    List<String> queries(String name) {
        List<String> values = new ArrayList<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String key = equals < 0 ? pair : pair.substring(0, equals);
            if (!pair.isEmpty() && decode(key).equals(name)) {
                values.add(equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return Collections.unmodifiableList(values);
    }

    /** A percent sign that no two digits follow stands for itself. */
    private static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            int high = text.charAt(i) == '%' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), HEX) : -1;
            int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), HEX);
            if (low < 0) {
                bytes.writeBytes(text.substring(i, i + 1).getBytes(UTF_8));
            } else {
                bytes.write(high * HEX + low);
                i += 2;
            }
        }
        return bytes.toString(UTF_8);
    }
}
