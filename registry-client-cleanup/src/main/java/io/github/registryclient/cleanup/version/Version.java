package io.github.registryclient.cleanup.version;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.github.registryclient.error.InvalidInputException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A version such as {@code 1.10.0} or {@code v2.0.0-rc.1}: one to three numbers, of which those left out are 0, a pre-release, and
 * build metadata, which do not count in comparisons. Immutable; two are equal if they compare as equal.
 *
 * <p>Source: Semantic Versioning 2.0.0, sections 9 to 11. Accepted beyond it: a leading {@code v}, numbers left out, and leading
 * zeros. A tag cannot hold a {@code +}, so build metadata only occurs in labels.
 */
public final class Version implements Comparable<Version> {
    private static final Pattern GRAMMAR = Pattern.compile("v?(\\d{1,20})(?:\\.(\\d{1,20}))?(?:\\.(\\d{1,20}))?"
            + "(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?(?:\\+[0-9A-Za-z.-]+)?");

    private static final Pattern SEVERAL_NUMBERS = Pattern.compile("v?\\d+\\.\\d");

    private final List<BigInteger> numbers;
    private final List<String> preRelease;

    private Version(List<BigInteger> numbers, List<String> preRelease) {
        this.numbers = List.copyOf(numbers);
        this.preRelease = List.copyOf(preRelease);
    }

    /**
     * Reads a version that a person typed.
     *
     * @param text such as {@code 1.2.0}
     * @return the version
     * @throws InvalidInputException if it is none
     */
    public static Version of(String text) {
        return find(text)
                .orElseThrow(() -> InvalidInputException.of("version", text, "expected such as 1.2.0 or v2.0.0-rc.1"));
    }

    /**
     * Reads a text that may be a version.
     *
     * @param text such as a tag
     * @return empty if it is none
     */
    public static Optional<Version> find(String text) {
        Matcher matcher = GRAMMAR.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<BigInteger> numbers = new ArrayList<>();
        for (int group = 1; group <= 3; group++) {
            String number = matcher.group(group);
            numbers.add(number == null ? BigInteger.ZERO : new BigInteger(number));
        }
        String preRelease = matcher.group(4);
        return Optional.of(new Version(numbers, preRelease == null ? List.of() : List.of(preRelease.split("\\.", -1))));
    }

    /**
     * Reads a whole tag that may be a version. A single number is none here: it may be a date, or the name of a commit, and would be
     * the newest of all.
     *
     * @param tag such as {@code 1.2} or {@code v2.0.0-rc.1}
     * @return empty if it is none
     */
    public static Optional<Version> findInTag(String tag) {
        return SEVERAL_NUMBERS.matcher(tag).lookingAt() ? find(tag) : Optional.empty();
    }

    /**
     * Whether it comes before a release.
     *
     * @return true if it has a pre-release
     */
    public boolean isPreRelease() {
        return !preRelease.isEmpty();
    }

    @Override
    public int compareTo(Version other) {
        for (int i = 0; i < numbers.size(); i++) {
            int byNumber = numbers.get(i).compareTo(other.numbers.get(i));
            if (byNumber != 0) {
                return byNumber;
            }
        }
        if (isPreRelease() != other.isPreRelease()) {
            return isPreRelease() ? -1 : 1;
        }
        return PreReleases.compare(preRelease, other.preRelease);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Version && compareTo((Version) other) == 0;
    }

    @Override
    public int hashCode() {
        return numbers.hashCode();
    }

    /** The version in full, such as {@code 1.2.0-rc.1}. */
    @Override
    public String toString() {
        String release = numbers.get(0) + "." + numbers.get(1) + "." + numbers.get(2);
        return isPreRelease() ? release + "-" + String.join(".", preRelease) : release;
    }
}
