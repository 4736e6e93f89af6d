package io.github.registryclient.testkit.sample;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts JSON together as text: enough for documents whose texts are chosen here, and no codec. */
final class JsonText {
    private JsonText() {}

    /** An object of fields that are ready; empty ones are left out. */
    static String object(String... fields) {
        return join("{", List.of(fields), "}");
    }

    static String field(String name, String json) {
        return quote(name) + ":" + json;
    }

    static String text(String name, String value) {
        return field(name, quote(value));
    }

    static String array(Collection<String> elements) {
        return join("[", elements, "]");
    }

    static String strings(Map<String, String> map) {
        return "{"
                + map.entrySet().stream()
                        .map(entry -> text(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining(","))
                + "}";
    }

    static String quote(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private static String join(String open, Collection<String> parts, String close) {
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(",", open, close));
    }
}
