package io.github.registryclient.http.internal.transport;

import java.util.Optional;

/** Reads {@code 299 - "text"}, the one form of a warning that registries may send; anything else is no warning of theirs. */
final class WarningText {
    private static final String START = "299 - \"";
    private static final int LONGEST = 4096;

    private WarningText() {}

    static Optional<String> of(String header) {
        String value = header.strip();
        if (value.length() > LONGEST || !value.startsWith(START)) {
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
