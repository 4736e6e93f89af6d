package io.github.registryclient.http.internal.auth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads {@code WWW-Authenticate}: several challenges in one header or many, schemes in any case, values quoted or not. What no
 * challenge can be is passed over, so that the others are found. Never fails; a header of many kilobytes is cut off.
 *
 * <p>Source: RFC 9110, 11.6.1 and 5.6.
 */
final class ChallengeParser {
    private static final int MAX_CHARACTERS = 16 << 10;
    private static final int MAX_CHALLENGES = 32;
    private static final int MAX_PARAMETERS = 64;
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";
    private static final String TOKEN68_MARKS = "-._~+/";
    /** They may stand without parameters, also behind an unquoted scope. */
    private static final Set<String> BARE_SCHEMES = Set.of("basic", "bearer", "digest", "negotiate", "ntlm");

    private final List<Found> found = new ArrayList<>();
    private int left = MAX_CHARACTERS;

    private ChallengeParser() {}

    static List<Challenge> parse(List<String> headers) {
        ChallengeParser parser = new ChallengeParser();
        for (String header : headers) {
            parser.read(header);
        }
        return parser.found.stream().map(Found::challenge).collect(Collectors.toUnmodifiableList());
    }

    private void read(String header) {
        Cursor cursor = new Cursor(header.substring(0, Math.min(left, header.length())));
        left -= Math.min(left, header.length());
        for (cursor.skip(" \t,"); !cursor.atEnd(); cursor.skip(" \t,")) {
            String name = cursor.take(TOKEN_MARKS);
            if (name.isEmpty()) {
                cursor.skipOne();
            } else {
                readNamed(name, cursor);
            }
        }
    }

    private void readNamed(String name, Cursor cursor) {
        boolean separated = cursor.atEnd() || cursor.isAt(" \t,");
        cursor.skip(" \t");
        if (cursor.isAt("=")) {
            cursor.skipOne();
            cursor.skip(" \t");
            parameter(name.toLowerCase(Locale.ROOT), cursor);
        } else if (!separated) {
            cursor.skipUntil(" \t,"); // "repository:b" is no scheme
        } else if (!continuesScope(name, cursor)) {
            scheme(name.toLowerCase(Locale.ROOT), cursor);
        }
    }

    private void parameter(String name, Cursor cursor) {
        Optional<String> quoted = cursor.takeQuoted();
        String value = quoted.orElseGet(() -> cursor.takeUntil(" \t,"));
        if (!found.isEmpty()) { // one without a scheme is nobody's
            found.get(found.size() - 1).put(name, value, quoted.isEmpty());
        }
    }

    private void scheme(String name, Cursor cursor) {
        Found next = new Found(name, cursor.takeToken68());
        if (found.size() < MAX_CHALLENGES) {
            found.add(next);
        }
    }

    /** {@code scope=repository:a:pull,push} without quotes, which the comma cuts in two. */
    private boolean continuesScope(String word, Cursor cursor) {
        boolean alone = cursor.atEnd() || cursor.isAt(",");
        return alone
                && !found.isEmpty()
                && !BARE_SCHEMES.contains(word.toLowerCase(Locale.ROOT))
                && found.get(found.size() - 1).appendToScope(word);
    }

    private static boolean isAlphanumeric(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }

    /** A challenge that is being read. */
    private static final class Found {
        private final String scheme;
        private final String token68;
        private final Map<String, String> parameters = new LinkedHashMap<>();
        private boolean scopeIsOpen;

        Found(String scheme, String token68) {
            this.scheme = scheme;
            this.token68 = token68;
        }

        void put(String name, String value, boolean bare) {
            boolean isNew = parameters.size() < MAX_PARAMETERS && parameters.putIfAbsent(name, value) == null;
            scopeIsOpen = isNew && bare && name.equals("scope") && value.indexOf(':') >= 0;
        }

        boolean appendToScope(String word) {
            if (scopeIsOpen) {
                parameters.merge("scope", word, (before, more) -> before + "," + more);
            }
            return scopeIsOpen;
        }

        Challenge challenge() {
            return new Challenge(scheme, parameters, token68);
        }
    }

    /** A place in a header. */
    private static final class Cursor {
        private static final int MAX_OPEN_QUOTES = 8;
        private final String text;
        private int at;
        private int openQuotes;

        Cursor(String text) {
            this.text = text;
        }

        boolean atEnd() {
            return at >= text.length();
        }

        boolean isAt(String characters) {
            return !atEnd() && characters.indexOf(text.charAt(at)) >= 0;
        }

        void skip(String characters) {
            while (isAt(characters)) {
                at++;
            }
        }

        void skipOne() {
            at++;
        }

        void skipUntil(String characters) {
            while (!atEnd() && !isAt(characters)) {
                at++;
            }
        }

        String takeUntil(String characters) {
            int start = at;
            skipUntil(characters);
            return text.substring(start, at);
        }

        String take(String marks) {
            int start = at;
            while (!atEnd() && (isAlphanumeric(text.charAt(at)) || isAt(marks))) {
                at++;
            }
            return text.substring(start, at);
        }

        /** The token68 that fills the place up to the next comma; else empty, and nothing is taken. */
        String takeToken68() {
            int start = at;
            String token = take(TOKEN68_MARKS);
            int padding = at;
            skip("=");
            String taken = token + text.substring(padding, at);
            skip(" \t");
            if (!token.isEmpty() && (atEnd() || isAt(","))) {
                return taken;
            }
            at = start;
            return "";
        }

        /** A quoted string; empty, and only its quote is taken, if it does not end. */
        Optional<String> takeQuoted() {
            if (!isAt("\"")) {
                return Optional.empty();
            }
            int start = ++at;
            StringBuilder value = new StringBuilder();
            while (openQuotes < MAX_OPEN_QUOTES && !atEnd() && !isAt("\"")) {
                if (isAt("\\") && at + 1 < text.length()) {
                    at++;
                }
                value.append(text.charAt(at++));
            }
            if (isAt("\"")) {
                at++;
                return Optional.of(value.toString());
            }
            openQuotes++;
            at = start;
            return Optional.empty();
        }
    }
}
