package io.github.registryclient.testkit.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The request target and its parts (RFC 9112, 3.2). Immutable. */
final class Target {
    private static final int HEX = 16;

    private final String text;
    private final String path;
    private final String query;

    Target(String text) {
        this.text = text;
        String local = local(text);
        int mark = local.indexOf('?');
        this.path = mark < 0 ? local : local.substring(0, mark);
        this.query = mark < 0 ? "" : local.substring(mark + 1);
    }

    /** The absolute form, as a proxy gets it, names the host first. */
    private static String local(String text) {
        int scheme = text.indexOf("://");
        if (text.startsWith("/") || scheme < 0) {
            return text;
        }
        for (int i = scheme + "://".length(); i < text.length(); i++) {
            if (text.charAt(i) == '/') {
                return text.substring(i);
            }
            if (text.charAt(i) == '?') {
                return "/" + text.substring(i);
            }
        }
        return "/";
    }

    String text() {
        return text;
    }

    String path() {
        return path;
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
