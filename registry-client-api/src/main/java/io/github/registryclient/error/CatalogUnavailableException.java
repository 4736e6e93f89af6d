package io.github.registryclient.error;

/**
 * The registry does not list its repositories, to nobody or not to this account; give the repository names yourself.
 *
 * <p>The catalog is no part of the OCI specification; Docker Hub, GHCR and GitLab do not offer it.
 */
public final class CatalogUnavailableException extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates one.
     *
     * @param response what the registry answered
     * @param remedy what to do about it
     */
    public CatalogUnavailableException(ErrorResponse response, String remedy) {
        super(response, remedy);
    }
}
