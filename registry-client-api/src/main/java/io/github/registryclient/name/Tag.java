package io.github.registryclient.name;

import io.github.registryclient.error.InvalidInputException;
import java.util.regex.Pattern;

/**
 * A tag of a repository, such as {@code 1.0.0-201806041925053}: a name that may point elsewhere tomorrow.
 *
 * <p>Source: OCI distribution spec 1.1, "Pulling manifests" ({@code <reference>} as a tag).
 */
public final class Tag implements Reference, Comparable<Tag> {
    /** The longest tag accepted, in characters. */
    public static final int MAX_LENGTH = 128;

    private static final Pattern GRAMMAR = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}");
    private static final int MAX_SERVED_LENGTH = 1024;

    private final String value;

    private Tag(String value) {
        this.value = value;
    }

    /**
     * A tag that a person typed.
     *
     * @param text the tag, at most {@value #MAX_LENGTH} characters
     * @return the tag
     * @throws InvalidInputException if it breaks the grammar
     */
    public static Tag of(String text) {
        if (!GRAMMAR.matcher(text).matches()) {
            throw InvalidInputException.of(
                    "tag",
                    text,
                    "expected 1 to 128 letters, digits, '_', '.' or '-', not beginning with '.' or '-', such as 1.0.0");
        }
        return new Tag(text);
    }

    /**
     * A tag that a server sent, kept usable although it may break the grammar.
     *
     * @param text the tag as it came
     * @return the tag, unchanged
     * @throws InvalidInputException if it is empty, {@code .} or {@code ..}, too long, or holds a colon (then it is a digest),
     *     a slash, a backslash or a control character
     */
    public static Tag asServed(String text) {
        boolean pathlike = text.equals(".") || text.equals("..") || text.indexOf('/') >= 0 || text.indexOf(':') >= 0;
        if (text.isEmpty() || text.length() > MAX_SERVED_LENGTH || pathlike || Served.hasUnsafeCharacter(text)) {
            throw InvalidInputException.of(
                    "tag", text, "the server sent a tag that is empty, too long or has unsafe characters");
        }
        return new Tag(text);
    }

    @Override
    public int compareTo(Tag other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tag && ((Tag) other).value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /**
     * The tag.
     *
     * @return the text
     */
    @Override
    public String toString() {
        return value;
    }
}
