package io.github.registryclient.http.internal.listing;

/**
 * Asks for one page.
 *
 * @param <T> what is listed
 */
@FunctionalInterface
public interface PageFetcher<T> {
    /**
     * Asks for one page.
     *
     * @param query raw query, may be empty
     * @return the page
     * @throws io.github.registryclient.error.RegistryException if there is none to be had
     */
    Page<T> fetch(String query);
}
