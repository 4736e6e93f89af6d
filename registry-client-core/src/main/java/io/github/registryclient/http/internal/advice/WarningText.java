package io.github.registryclient.http.internal.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code 299 - "text"}, the one form of a warning that registries may send; anything else is no warning of theirs. A header
 * may list several, of which each may have a date behind it.
 */
public final class WarningText {
    private static final String START = "299 - \"";
    private static final int LONGEST = 4096;

    private WarningText() {}

    /**
     * The texts of the warnings that a header lists.
     *
     * @param header its value
     * @return in its order
     */
    public static List<String> of(String header) {
        List<String> texts = new ArrayList<>();
        if (header.strip().length() > LONGEST) {
            return texts;
        }
        boolean quoted = false;
        int start = 0;
        for (int at = 0; at < header.length(); at++) {
            char next = header.charAt(at);
            if (next == '"') {
                quoted = !quoted;
            } else if (quoted && next == '\\') {
                at++;
            } else if (!quoted && next == ',') {
                one(header.substring(start, at).strip()).ifPresent(texts::add);
                start = at + 1;
            }
        }
        one(header.substring(start).strip()).ifPresent(texts::add);
        return texts;
    }

    private static Optional<String> one(String value) {
        if (!value.startsWith(START)) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        for (int at = START.length(); at < value.length(); at++) {
            char next = value.charAt(at);
            if (next == '"') {
                return text.length() == 0 ? Optional.empty() : Optional.of(text.toString());
            }
            if (next == '\\') {
                at++;
                if (at == value.length()) {
                    break;
                }
                next = value.charAt(at);
            }
            text.append(next);
        }
        return Optional.empty();
    }
}
