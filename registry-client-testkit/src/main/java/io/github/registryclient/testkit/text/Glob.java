package io.github.registryclient.testkit.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with asterisks that stand for other text. Immutable. */
public final class Glob {
    private static final Pattern STARS = Pattern.compile("\\*+");

    private final String text;
    private final Pattern pattern;

    private Glob(String text, Pattern pattern) {
        this.text = text;
        this.pattern = pattern;
    }

    /** Segments between slashes: one asterisk stops at a slash, two do not. */
    public static Glob ofPath(String text) {
        return of(text, "[^/]*");
    }

    /** A value: every asterisk stands for anything. */
    public static Glob ofValue(String text) {
        return of(text, ".*");
    }

    private static Glob of(String text, String oneStar) {
        StringBuilder regex = new StringBuilder();
        Matcher stars = STARS.matcher(text);
        int end = 0;
        while (stars.find()) {
            regex.append(Pattern.quote(text.substring(end, stars.start())));
            regex.append(stars.group().length() == 1 ? oneStar : ".*");
            end = stars.end();
        }
        regex.append(Pattern.quote(text.substring(end)));
        return new Glob(text, Pattern.compile(regex.toString(), Pattern.DOTALL));
    }

    /** Whether it stands for all of a text. */
    public boolean matches(String value) {
        return pattern.matcher(value).matches();
    }

    /** As it was given. */
    @Override
    public String toString() {
        return text;
    }
}
