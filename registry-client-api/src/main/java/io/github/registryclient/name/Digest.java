package io.github.registryclient.name;

import io.github.registryclient.error.InvalidInputException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The digest of some content, such as {@code sha256:…}: a name that always means the same bytes.
 *
 * <p>sha256 and sha512 can be computed and verified; other algorithms are kept as they are and cannot be verified.
 * Source: OCI image spec, "Descriptor", section "Digests".
 */
public final class Digest implements Reference, Comparable<Digest> {
    private static final int MAX_LENGTH = 512;
    private static final int SHORT_LENGTH = 12;
    private static final Pattern GRAMMAR = Pattern.compile("[a-z0-9]++(?:[+._-][a-z0-9]++)*+:[a-zA-Z0-9=_-]+");

    private final String value;
    private final int colon;

    /** For texts that were checked or computed. */
    Digest(String value) {
        this.value = value;
        this.colon = value.indexOf(':');
    }

    /**
     * Reads a digest.
     *
     * @param text {@code algorithm:encoded}; for sha256 and sha512 lower-case hexadecimal of full length
     * @return the digest
     * @throws InvalidInputException if it is none
     */
    public static Digest of(String text) {
        return parse(text)
                .orElseThrow(() -> InvalidInputException.of(
                        "digest",
                        text,
                        "expected algorithm:encoded, such as sha256: and 64 lower-case hexadecimal digits"
                                + (text.indexOf(':') < 0 ? "; a tag is resolved by getManifestDigest" : "")));
    }

    /**
     * Reads a digest that may be none, such as a header's value.
     *
     * @param text any text
     * @return the digest, or empty if the text is none
     */
    public static Optional<Digest> parse(String text) {
        Optional<DigestAlgorithm> known = DigestAlgorithm.ofDigest(text);
        boolean wellFormed = known.isPresent()
                ? known.get().isWellFormed(text)
                : text.length() <= MAX_LENGTH && GRAMMAR.matcher(text).matches();
        return wellFormed ? Optional.of(new Digest(text)) : Optional.empty();
    }

    /**
     * The sha256 digest of some bytes.
     *
     * @param content the bytes
     * @return their digest
     */
    public static Digest sha256(byte[] content) {
        return DigestAlgorithm.SHA256.digest(content);
    }

    /**
     * The digest of other content by this digest's algorithm, for comparing.
     *
     * @param content the bytes
     * @return their digest, or empty if the algorithm is not known here
     */
    public Optional<Digest> sameAlgorithm(byte[] content) {
        return DigestAlgorithm.find(algorithm()).map(known -> known.digest(content));
    }

    /**
     * Computes this digest's algorithm over content that streams by, for comparing.
     *
     * @return a fresh hasher, or empty if the algorithm is not known here
     */
    public Optional<Hasher> hasher() {
        return DigestAlgorithm.find(algorithm()).map(Hasher::new);
    }

    /**
     * The algorithm.
     *
     * @return such as {@code sha256}
     */
    public String algorithm() {
        return value.substring(0, colon);
    }

    /**
     * The part after the colon.
     *
     * @return for sha256 and sha512 lower-case hexadecimal
     */
    public String encoded() {
        return value.substring(colon + 1);
    }

    /**
     * Whether content can be checked against it here.
     *
     * @return true for sha256 and sha512
     */
    public boolean isVerifiable() {
        return DigestAlgorithm.find(algorithm()).isPresent();
    }

    /**
     * The digest cut short, for people only: no request takes it, and two digests may share it.
     *
     * @return the algorithm and at most twelve characters, such as {@code sha256:6c3c624b58db}
     */
    public String shortForm() {
        return value.substring(0, Math.min(value.length(), colon + 1 + SHORT_LENGTH));
    }

    /**
     * The fallback tag under which registries without referrers API keep the list of what refers to this digest.
     *
     * <p>Source: OCI distribution spec 1.1, "Referrers Tag Schema".
     *
     * @return such as {@code sha256-6c3c…}; for sha512 it holds half of the digest only
     */
    public Tag referrersTag() {
        return Tag.of(cut(algorithm(), 32) + "-" + cut(encoded(), 64));
    }

    private static String cut(String part, int length) {
        return part.substring(0, Math.min(part.length(), length))
                .replace('+', '-')
                .replace('=', '-');
    }

    @Override
    public int compareTo(Digest other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest && ((Digest) other).value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /**
     * The digest.
     *
     * @return {@code algorithm:encoded}
     */
    @Override
    public String toString() {
        return value;
    }
}
