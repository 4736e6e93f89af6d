package io.github.registryclient.testkit.registry.switches;

import io.github.registryclient.testkit.http.Handler;
import io.github.registryclient.testkit.http.Response;
import java.util.ArrayList;
import java.util.List;

/**
 * What the registry warns of, in every answer: the specification's "Warnings", which are those of RFC 7234. Thread-safe; changed
 * at any time.
 */
public final class Warnings {
    private static final String HEADER = "Warning";
    private static final int MOST_BYTES = 4096;
    private static final int LAST_LATIN = 0xFF;

    private volatile List<String> values;

    /** No warnings. */
    public Warnings() {
        this(List.of());
    }

    private Warnings(List<String> values) {
        this.values = values;
    }

    /** The same warnings, for another registry. */
    public Warnings copy() {
        return new Warnings(values);
    }

    /**
     * Adds one.
     *
     * @throws IllegalArgumentException if it cannot be sent
     */
    public synchronized void add(String text) {
        check(text);
        List<String> more = new ArrayList<>(values);
        more.add("299 - \"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
        // One byte for each character, for headers are sent in ISO 8859-1.
        int bytes = more.stream().mapToInt(String::length).sum();
        if (bytes > MOST_BYTES) {
            throw new IllegalArgumentException("all warnings together take at most " + MOST_BYTES
                    + " bytes, with 299 -, quotes and escapes; with this one they would take " + bytes);
        }
        values = List.copyOf(more);
    }

    /** Takes all back. */
    public synchronized void clear() {
        values = List.of();
    }

    private static void check(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a warning has a text");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || c > LAST_LATIN) {
                throw new IllegalArgumentException(String.format(
                        "a warning is sent in a header, in ISO 8859-1 and without control characters, but character %d is"
                                + " U+%04X",
                        i + 1, (int) c));
            }
        }
    }

    /** A handler that adds them to the answers of the other one. */
    public Handler around(Handler inner) {
        return request -> {
            Response response = inner.handle(request);
            for (String value : values) {
                response = response.header(HEADER, value);
            }
            return response;
        };
    }
}
