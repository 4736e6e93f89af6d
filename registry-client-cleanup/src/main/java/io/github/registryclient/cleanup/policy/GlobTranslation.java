package io.github.registryclient.cleanup.policy;

import com.google.re2j.Pattern;
import io.github.registryclient.error.InvalidInputException;

/** A glob as a regular expression. */
final class GlobTranslation {
    private static final Pattern PART_NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9]*");

    private final String glob;
    private final StringBuilder regex = new StringBuilder("(?s)");
    private int at;

    private GlobTranslation(String glob) {
        this.glob = glob;
    }

    static String toRegex(String glob) {
        return new GlobTranslation(glob).translated();
    }

    private String translated() {
        while (at < glob.length()) {
            int next = glob.codePointAt(at);
            at += Character.charCount(next);
            switch (next) {
                case '*':
                    star();
                    break;
                case '?':
                    regex.append("[^/]");
                    break;
                case '{':
                    part();
                    break;
                case '\\':
                    escaped();
                    break;
                default:
                    literal(next);
            }
        }
        return regex.toString();
    }

    private void star() {
        if (at < glob.length() && glob.charAt(at) == '*') {
            at++;
            regex.append(".*");
        } else {
            regex.append("[^/]*");
        }
    }

    private void part() {
        int end = glob.indexOf('}', at);
        if (end < 0 || !PART_NAME.matches(glob.substring(at, end))) {
            throw InvalidInputException.of(
                    "pattern", glob, "expected a name of letters and digits and a '}' after '{', such as {branch}");
        }
        regex.append("(?P<").append(glob, at, end).append(">[^/]+)");
        at = end + 1;
    }

    private void escaped() {
        if (at == glob.length()) {
            throw InvalidInputException.of("pattern", glob, "expected a character after the backslash at its end");
        }
        int next = glob.codePointAt(at);
        at += Character.charCount(next);
        literal(next);
    }

    private void literal(int character) {
        regex.append(Pattern.quote(Character.toString(character)));
    }
}
