package io.github.registryclient.paging;

import java.util.Optional;

/** Says with which query the page after a page is fetched. Stateless and thread-safe. */
@FunctionalInterface
public interface PaginationStrategy {
    /**
     * The query of the next page.
     *
     * @param page the page just received
     * @return raw query without question mark, sent byte for byte; empty if this was the last page, which an answer
     *     with a {@code Link} to a next page is not: then the listing fails
     */
    Optional<String> nextQuery(ReceivedPage page);

    /**
     * The default: follow the server's {@code Link: …; rel="next"}, whatever its cursor is called, until there is none.
     *
     * <p>Only the link's query is used, so that links to other schemes, hosts or lost path prefixes (Quay, Pulp, Nexus,
     * Artifactory) lead to the right place and nowhere else. Source: OCI distribution spec 1.1, "Listing tags"; RFC 8288.
     *
     * @return the strategy
     */
    static PaginationStrategy followLinks() {
        return page -> LinkHeader.nextQuery(page.links());
    }
}
