package io.github.registryclient.cleanup.policy;

import com.google.re2j.Pattern;
import io.github.registryclient.error.InvalidInputException;

/** A registry's host as references name it. */
final class HostName {
    private static final Pattern GRAMMAR = Pattern.compile("(?:[A-Za-z0-9._-]+|\\[[0-9a-fA-F:.]+\\])(?::\\d{1,5})?");

    private HostName() {}

    static String checked(String text) {
        if (!GRAMMAR.matches(text)) {
            throw InvalidInputException.of(
                    "host", text, "expected a host and perhaps a port, such as registry.local:5000");
        }
        return text;
    }
}
