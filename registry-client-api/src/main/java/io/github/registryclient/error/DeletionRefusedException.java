package io.github.registryclient.error;

/**
 * This one deletion was refused, others may succeed: the manifest or tag is referenced by an index, locked, immutable or
 * protected (409, 412, or zot's 405 {@code DENIED}), or the registry goes on showing what it answered 404 for (Quay: a manifest
 * without tags).
 */
public final class DeletionRefusedException extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates one.
     *
     * @param response what the registry answered
     * @param remedy what to do about it
     */
    public DeletionRefusedException(ErrorResponse response, String remedy) {
        super(response, remedy);
    }
}
