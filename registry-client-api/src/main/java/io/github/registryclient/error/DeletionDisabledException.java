package io.github.registryclient.error;

/**
 * Deletion is switched off, or the registry is read-only or a pull-through cache; every further deletion will fail as well.
 *
 * <p>On distribution: 405, {@code UNSUPPORTED} as JSON where deletion is off, plain text where it is read-only.
 */
public final class DeletionDisabledException extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates one.
     *
     * @param response what the registry answered
     * @param remedy what to do about it
     */
    public DeletionDisabledException(ErrorResponse response, String remedy) {
        super(response, remedy);
    }
}
