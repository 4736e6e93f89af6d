package io.github.registryclient.error;

/**
 * The registry cannot delete a tag without its manifest (distribution 2.8, Harbor, Pulp). Nothing was deleted.
 */
public final class TagDeletionUnsupportedException extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates one.
     *
     * @param response what the registry answered
     * @param remedy what to do about it
     */
    public TagDeletionUnsupportedException(ErrorResponse response, String remedy) {
        super(response, remedy);
    }
}
