package io.github.registryclient.name;

import io.github.registryclient.error.InvalidInputException;
import java.util.regex.Pattern;

/**
 * The name of a repository inside its registry, such as {@code admin/hello}; without host, tag or digest.
 *
 * <p>Source: OCI distribution spec 1.1, "Pulling manifests" ({@code <name>}).
 */
public final class RepositoryName implements Comparable<RepositoryName> {
    /**
     * The longest name accepted, in characters. Many clients and registries take host, slash and name only up to 255 together,
     * so a longer name may be refused by the registry, but it breaks no grammar.
     */
    public static final int MAX_LENGTH = 1024;

    private static final String EXPECTED = "expected lower-case letters and digits, in segments separated by '/', each"
            + " with single '.', '_', '__' or '-' inside, such as admin/hello; without host, tag or digest";
    private static final Pattern SEGMENT = Pattern.compile("[a-z0-9]+(?:(?:\\.|_|__|-++)[a-z0-9]+)*+");

    private final String value;

    private RepositoryName(String value) {
        this.value = value;
    }

    /**
     * A name that a person typed.
     *
     * @param text the name, at most {@value #MAX_LENGTH} characters
     * @return the name
     * @throws InvalidInputException if it breaks the grammar
     */
    public static RepositoryName of(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            throw InvalidInputException.of(
                    "repository name",
                    text,
                    text.isEmpty() ? "it is empty" : "longer than " + MAX_LENGTH + " characters");
        }
        for (String segment : text.split("/", -1)) {
            if (!SEGMENT.matcher(segment).matches()) {
                throw InvalidInputException.of("repository name", text, EXPECTED);
            }
        }
        return new RepositoryName(text);
    }

    /**
     * A name that a server sent: upper case or a leading underscore (older Artifactory, Nexus, Quay) do no harm, and
     * requests escape what needs it.
     *
     * @param text the name as it came
     * @return the name, unchanged
     * @throws InvalidInputException if it is empty, too long, or has an empty segment, {@code .}, {@code ..}, a backslash or
     *     a control character
     */
    public static RepositoryName asServed(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH || Served.hasUnsafeCharacter(text)) {
            throw InvalidInputException.of(
                    "repository name", text, "the server sent a name that is empty, too long or has unsafe characters");
        }
        for (String segment : text.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                throw InvalidInputException.of(
                        "repository name", text, "the server sent an empty, '.' or '..' segment");
            }
        }
        return new RepositoryName(text);
    }

    @Override
    public int compareTo(RepositoryName other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RepositoryName && ((RepositoryName) other).value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /**
     * The name.
     *
     * @return the text, unescaped
     */
    @Override
    public String toString() {
        return value;
    }
}
