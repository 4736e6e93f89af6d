package io.github.registryclient.internal;

/** Makes foreign text fit for a message: short, on one line, without characters that deceive a reader or a terminal. */
public final class Excerpt {
    private static final int LIMIT = 300;

    private Excerpt() {}

    /**
     * Shortens and escapes a text.
     *
     * @param text any text
     * @return at most 300 characters of the text and an ellipsis; line ends and tabs as spaces, what does not print as
     *     {@code \\uXXXX}
     */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder(Math.min(text.length(), LIMIT) + 16);
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (at + Character.charCount(codePoint) > LIMIT) {
                break;
            }
            append(shown, codePoint);
            at += Character.charCount(codePoint);
        }
        String ellipsis = at < text.length() ? "…" : "";
        return shown.append(ellipsis).toString().strip();
    }

    /**
     * Whether a character has no place in a name or a message: control and format characters, line and paragraph separators,
     * lone surrogates.
     *
     * @param codePoint the character
     * @return true if it could deceive a reader or a terminal
     */
    public static boolean isUnprintable(int codePoint) {
        switch (Character.getType(codePoint)) {
            case Character.CONTROL:
            case Character.FORMAT:
            case Character.LINE_SEPARATOR:
            case Character.PARAGRAPH_SEPARATOR:
            case Character.SURROGATE:
                return true;
            default:
                return false;
        }
    }

    private static void append(StringBuilder shown, int codePoint) {
        if (codePoint == '\n' || codePoint == '\r' || codePoint == '\t') {
            shown.append(' ');
        } else if (isUnprintable(codePoint)) {
            shown.append(String.format("\\u%04x", codePoint));
        } else {
            shown.appendCodePoint(codePoint);
        }
    }
}
