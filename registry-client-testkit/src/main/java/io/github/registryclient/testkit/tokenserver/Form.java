package io.github.registryclient.testkit.tokenserver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names and values of a query or a form ({@code application/x-www-form-urlencoded}), where a plus is a space. */
final class Form {
    private final List<String[]> pairs = new ArrayList<>();

    private Form() {}

    static Form parse(String text) {
        Form form = new Form();
        for (String pair : text.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            form.pairs.add(new String[] {decode(parts[0]), parts.length == 2 ? decode(parts[1]) : ""});
        }
        return form;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a percent sign that stands for itself
        }
    }

    List<String> all(String name) {
        List<String> values = new ArrayList<>();
        for (String[] pair : pairs) {
            if (pair[0].equals(name)) {
                values.add(pair[1]);
            }
        }
        return values;
    }

    /** The first one that is not empty. */
    Optional<String> first(String name) {
        return all(name).stream().filter(value -> !value.isEmpty()).findFirst();
    }
}
