package io.github.registryclient.error;

/**
 * A tag that was to be removed points elsewhere since the call began: somebody pushed it, or removed it and pushed it again, while
 * the registry refused for now, or credentials were waited for. Nothing was deleted; whether the tag should still go is to be
 * decided anew.
 */
public final class TagMovedException extends RequestFailedException {
    private static final long serialVersionUID = 1L;

    /** The digest that the tag pointed to first, or empty text. */
    private final String before;
    /** The digest that it points to now, or empty text. */
    private final String now;

    /**
     * Creates one.
     *
     * @param method the method of the request that was not sent
     * @param uri where it would have gone, without secrets
     * @param before the digest that the tag pointed to when the call began; empty if it showed no manifest
     * @param now the digest that it points to now; empty if it shows no manifest
     */
    public TagMovedException(String method, String uri, String before, String now) {
        super(
                method,
                uri,
                "nothing was deleted: while the request was refused for now, or waited for credentials, the tag had moved from "
                        + shown(before) + " to " + shown(now) + ". Look at it before you decide anew",
                null);
        this.before = before;
        this.now = now;
    }

    private static String shown(String digest) {
        return digest.isEmpty() ? "no manifest" : digest;
    }

    /**
     * Where the tag pointed when the call began.
     *
     * @return a digest, empty if it showed no manifest
     */
    public String before() {
        return before;
    }

    /**
     * Where it points now.
     *
     * @return a digest, empty if it shows no manifest
     */
    public String now() {
        return now;
    }
}
