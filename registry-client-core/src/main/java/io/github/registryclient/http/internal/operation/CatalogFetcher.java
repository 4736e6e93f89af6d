package io.github.registryclient.http.internal.operation;

import io.github.registryclient.error.CatalogUnavailableException;
import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.error.NotARegistryException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.error.RequestFailedException;
import io.github.registryclient.http.internal.endpoint.Addresses;
import io.github.registryclient.http.internal.endpoint.CatalogGet;
import io.github.registryclient.http.internal.endpoint.Ping;
import io.github.registryclient.http.internal.listing.Page;
import io.github.registryclient.http.internal.listing.PageFetcher;
import io.github.registryclient.http.internal.listing.PageQuery;
import io.github.registryclient.http.internal.transport.Caller;
import io.github.registryclient.name.RepositoryName;

/**
 * Asks for pages of the catalog. Distribution 3.1 drops the connection where a repository stands beside its child at a page
 * boundary, which a proxy before it says with 502, so a dropped page is asked for once more with another size, which moves the
 * boundary. Where the catalog is not found, the API's root tells a registry without catalog from a host that is none.
 */
final class CatalogFetcher implements PageFetcher<RepositoryName> {
    private static final int BAD_GATEWAY = 502;

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
            return askAgainIfDropped(query);
        } catch (CatalogUnavailableException unavailable) {
            if (unavailable.status() == 404 && !unavailable.response().isRegistrysOwn()) {
                requireRegistry(unavailable);
            }
            throw unavailable;
        }
    }

    private Page<RepositoryName> askAgainIfDropped(String query) {
        try {
            return ask(query);
        } catch (NoResponseException | ErrorResponseException failure) {
            if (!isDropped(failure)) {
                throw failure;
            }
            return askOtherwise(query, failure);
        }
    }

    private Page<RepositoryName> askOtherwise(String query, RequestFailedException failure) {
        try {
            return ask(PageQuery.withOtherSize(query));
        } catch (NoResponseException | ErrorResponseException again) {
            if (again instanceof NoResponseException || isDropped(again)) {
                failure.addSuppressed(again); // the first is about the page that was wanted
                throw failure;
            }
            throw again;
        }
    }

    /** The kinds of these failures have causes that no boundary has: never connected, timed out, interrupted, closed. */
    private static boolean isDropped(RequestFailedException failure) {
        return failure instanceof ErrorResponseException
                ? ((ErrorResponseException) failure).status() == BAD_GATEWAY
                : failure.getClass().equals(NoResponseException.class);
    }

    private void requireRegistry(CatalogUnavailableException unavailable) {
        try {
            new Ping(addresses).send(caller);
        } catch (NotARegistryException none) {
            none.addSuppressed(unavailable);
            throw none;
        } catch (RegistryException inconclusive) {
            unavailable.addSuppressed(inconclusive);
        }
    }

    private Page<RepositoryName> ask(String query) {
        return new CatalogGet(addresses, query, pageLimit).send(caller);
    }
}
