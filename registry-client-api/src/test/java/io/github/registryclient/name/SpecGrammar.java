package io.github.registryclient.name;

/**
 * The grammar of the OCI specifications read character by character, without regular expressions: an oracle that shares
 * nothing with the code under test.
 */
final class SpecGrammar {
    private SpecGrammar() {}

    /** {@code [a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*}. */
    static boolean isRepositoryName(String text) {
        int at = 0;
        while (true) {
            int end = alphanumerics(text, at);
            if (end == at) {
                return false;
            }
            if (end == text.length()) {
                return true;
            }
            at = end + separator(text, end);
            if (at == end) {
                return false;
            }
        }
    }

    /** {@code [a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}}. */
    static boolean isTag(String text) {
        if (text.isEmpty() || text.length() > 128 || text.charAt(0) == '.' || text.charAt(0) == '-') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLowerOrDigit(c) && !(c >= 'A' && c <= 'Z') && c != '_' && c != '.' && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static int alphanumerics(String text, int from) {
        int at = from;
        while (at < text.length() && isLowerOrDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The length of the separator at a place: a slash, a dot, one or two underscores, or any number of hyphens. */
    private static int separator(String text, int at) {
        char c = text.charAt(at);
        if (c == '/' || c == '.') {
            return 1;
        }
        if (c == '_') {
            return text.startsWith("__", at) ? 2 : 1;
        }
        int end = at;
        while (end < text.length() && text.charAt(end) == '-') {
            end++;
        }
        return end - at;
    }

    private static boolean isLowerOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
}
