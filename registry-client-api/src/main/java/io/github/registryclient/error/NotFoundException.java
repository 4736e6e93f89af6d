package io.github.registryclient.error;

/**
 * 404: the repository, manifest or blob does not exist, or the account may not know of it.
 *
 * <p>Some registries answer 404 where others answer 401 or 403, so this is 'not found or not permitted'.
 */
public final class NotFoundException extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates one.
     *
     * @param response what the registry answered
     * @param remedy what to do about it
     */
    public NotFoundException(ErrorResponse response, String remedy) {
        super(response, remedy);
    }
}
