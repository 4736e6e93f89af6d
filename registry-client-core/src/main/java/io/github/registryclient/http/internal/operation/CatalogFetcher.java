package io.github.registryclient.http.internal.operation;

import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.http.internal.endpoint.Addresses;
import io.github.registryclient.http.internal.endpoint.CatalogGet;
import io.github.registryclient.http.internal.listing.Page;
import io.github.registryclient.http.internal.listing.PageFetcher;
import io.github.registryclient.http.internal.listing.PageQuery;
import io.github.registryclient.http.internal.transport.Caller;
import io.github.registryclient.name.RepositoryName;

/**
 * Asks for pages of the catalog. Distribution 3.1 drops the connection where a repository stands beside its child at a page
 * boundary, so a dropped page is asked for once more with another size, which moves the boundary.
 */
final class CatalogFetcher implements PageFetcher<RepositoryName> {
    private final Caller caller;
    private final Addresses addresses;
    private final int pageLimit;

    CatalogFetcher(Caller caller, Addresses addresses, int pageLimit) {
        this.caller = caller;
        this.addresses = addresses;
        this.pageLimit = pageLimit;
    }

    @Override
    public Page<RepositoryName> fetch(String query) {
        try {
            return ask(query);
        } catch (NoResponseException dropped) {
            if (!dropped.getClass().equals(NoResponseException.class)) {
                throw dropped; // timed out, interrupted or closed: a smaller boundary will not help
            }
            String other = PageQuery.withOtherSize(query);
            try {
                return ask(other).askedWith(other);
            } catch (NoResponseException again) {
                again.addSuppressed(dropped);
                throw again;
            }
        }
    }

    private Page<RepositoryName> ask(String query) {
        return new CatalogGet(addresses, query, pageLimit).send(caller);
    }
}
