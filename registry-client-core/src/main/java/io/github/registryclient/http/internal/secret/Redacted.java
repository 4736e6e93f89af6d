package io.github.registryclient.http.internal.secret;

import io.github.registryclient.internal.Excerpt;
import java.util.regex.Pattern;

/** Shows the start of what a server said, without secrets: servers quote pre-signed addresses and headers in their errors. */
public final class Redacted {
    private static final Pattern QUERY_VALUE =
            Pattern.compile("((?:[?&]|\\\\u0026)(?:amp;)?[\\w.%-]{1,64}=)[^&\\s\"'<>\\\\]+");
    private static final Pattern AUTHORIZATION =
            Pattern.compile("\\b((?i:basic|bearer)\\s+)(?=\\S*(?:[0-9=]|[a-z][A-Z]))[A-Za-z0-9+/_~.=-]{8,}");

    private Redacted() {}

    /**
     * Shortens, escapes and redacts a text.
     *
     * @param text what a server said
     * @return one line of at most some hundred characters
     */
    public static String excerpt(String text) {
        String shown = QUERY_VALUE.matcher(text).replaceAll("$1…");
        return Excerpt.of(AUTHORIZATION.matcher(shown).replaceAll("$1…"));
    }
}
