package io.github.registryclient.testkit.http;

/** Which characters may stand where (RFC 9110, 5.5 and 5.6.2). */
final class Syntax {
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";
    private static final int LAST_LATIN = 0xFF;
    private static final int DELETE = 0x7F;

    private Syntax() {}

    static boolean isToken(String text) {
        return !text.isEmpty() && text.chars().allMatch(Syntax::isTokenCharacter);
    }

    private static boolean isTokenCharacter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || TOKEN_MARKS.indexOf(c) >= 0;
    }

    /** Whether all may stand in a field's value: no control characters but the tabulator. */
    static boolean isValue(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c != DELETE && c <= LAST_LATIN || c == '\t');
    }

    /** Whether all are visible characters of ASCII, as in a request target. */
    static boolean isVisible(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < DELETE);
    }

    static void requireToken(String name) {
        if (!isToken(name)) {
            throw new IllegalArgumentException("no name of a header: '" + name + "'; a raw line may be anything");
        }
    }

    static void requireValue(String value) {
        if (!isValue(value)) {
            throw new IllegalArgumentException("no value of a header; a raw line may be anything");
        }
    }
}
