package io.github.registryclient.error;

/**
 * 401 or 403: the registry wants credentials, refuses the ones it got, or they lack a right.
 *
 * <p>Harbor and Quay also answer 401 for repositories that do not exist.
 */
public final class NotPermittedException extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates one.
     *
     * @param response what the registry answered
     * @param remedy what to do about it
     */
    public NotPermittedException(ErrorResponse response, String remedy) {
        super(response, remedy);
    }
}
