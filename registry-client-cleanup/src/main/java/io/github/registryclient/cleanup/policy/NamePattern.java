package io.github.registryclient.cleanup.policy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.github.registryclient.error.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A pattern for the whole name of a repository or tag. A glob: {@code *} is any text without a slash, {@code **} any text,
 * {@code ?} one character that is no slash, <code>{branch}</code> any text without a slash that is not empty and has a name, and a
 * backslash takes the next character as it is. After {@code regex:} a regular expression, matched in linear time, whose named groups
 * are the named parts. Immutable.
 */
public final class NamePattern {
    /** What a regular expression begins with. */
    public static final String REGEX = "regex:";

    /** The longest pattern, in characters. */
    public static final int MAX_LENGTH = 1000;

    private static final String EXPECTED =
            "expected a glob such as team/** or {branch}-*, or regex: and a regular expression";

    private final String text;
    private final Pattern compiled;

    private NamePattern(String text, Pattern compiled) {
        this.text = text;
        this.compiled = compiled;
    }

    /**
     * Reads a pattern.
     *
     * @param text a glob, or {@value #REGEX} and a regular expression
     * @return the pattern
     * @throws InvalidInputException if it is empty, longer than {@value #MAX_LENGTH}, or cannot be compiled
     */
    public static NamePattern of(String text) {
        if (text.isBlank() || text.length() > MAX_LENGTH) {
            throw InvalidInputException.of(
                    "pattern", text, text.isBlank() ? "it is empty; " + EXPECTED : "longer than " + MAX_LENGTH);
        }
        String regex = text.startsWith(REGEX) ? text.substring(REGEX.length()) : GlobTranslation.toRegex(text);
        try {
            return new NamePattern(text, Pattern.compile(regex));
        } catch (PatternSyntaxException e) {
            throw InvalidInputException.of("pattern", text, e.getDescription() + "; " + EXPECTED);
        }
    }

    /**
     * Whether the whole name matches.
     *
     * @param name a repository's name or a tag
     * @return true if so
     */
    public boolean matches(String name) {
        return compiled.matches(name);
    }

    /**
     * The names of its parts.
     *
     * @return may be empty
     */
    public Set<String> partNames() {
        return Set.copyOf(compiled.namedGroups().keySet());
    }

    /**
     * The named parts of a name.
     *
     * @param name a repository's name or a tag
     * @return what each part matched; empty if the name does not match
     */
    public Map<String, String> parts(String name) {
        Map<String, String> parts = new LinkedHashMap<>();
        Matcher matcher = compiled.matcher(name);
        if (matcher.matches()) {
            for (String part : compiled.namedGroups().keySet()) {
                String value = matcher.group(part);
                parts.put(part, value == null ? "" : value);
            }
        }
        return parts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NamePattern && ((NamePattern) other).text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The pattern as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
