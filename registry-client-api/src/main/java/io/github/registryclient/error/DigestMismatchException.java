package io.github.registryclient.error;

import io.github.registryclient.internal.Excerpt;

/**
 * Content does not have the digest that was asked for or that the registry claims. Never ignored: whoever deletes by
 * digest has to know which bytes it stands for.
 */
public final class DigestMismatchException extends InvalidResponseException {
    private static final long serialVersionUID = 1L;

    /** The digest asked for or claimed. */
    private final String expected;
    /** The digest that came instead. */
    private final String actual;

    /**
     * Creates one.
     *
     * @param method the request's method
     * @param uri where it went, without secrets
     * @param expected the digest asked for or claimed
     * @param actual the digest of the bytes, or the other claim
     */
    public DigestMismatchException(String method, String uri, String expected, String actual) {
        super(
                method,
                uri,
                "expected digest " + Excerpt.of(expected) + " but got " + Excerpt.of(actual)
                        + ". Something between registry and client, or the registry itself, gives wrong content",
                null);
        this.expected = expected;
        this.actual = actual;
    }

    /**
     * The digest asked for or claimed; text, because a claim need not be a valid digest.
     *
     * @return the expected digest
     */
    public String expected() {
        return expected;
    }

    /**
     * The digest of the bytes that came, or the contradicting claim.
     *
     * @return the actual digest
     */
    public String actual() {
        return actual;
    }
}
