package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.error.CatalogUnavailableException;
import io.github.registryclient.http.internal.answer.ErrorBody;
import io.github.registryclient.http.internal.answer.Evidence;
import io.github.registryclient.http.internal.answer.Refusals;
import io.github.registryclient.http.internal.listing.NamesReader;
import io.github.registryclient.http.internal.listing.Page;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.name.RepositoryName;

/** GET of a page of the catalog. */
public final class CatalogGet implements Endpoint<Page<RepositoryName>> {
    private static final NamesReader<RepositoryName> READER =
            new NamesReader<>("repositories", name -> true, RepositoryName::asServed, false);

    private final Addresses addresses;
    private final String query;
    private final int bodyLimit;

    /**
     * Asks for one page.
     *
     * @param addresses the registry
     * @param query raw query, may be empty
     * @param bodyLimit the largest page, in bytes
     */
    public CatalogGet(Addresses addresses, String query, int bodyLimit) {
        this.addresses = addresses;
        this.query = query;
        this.bodyLimit = bodyLimit;
    }

    @Override
    public Request request() {
        return Request.builder("GET", addresses.catalog(query))
                .catalog()
                .pageLimit(bodyLimit)
                .build();
    }

    @Override
    public Page<RepositoryName> read(Reply reply) {
        switch (reply.status()) {
            case 200:
                return READER.read(ListingBody.require(reply));
            case 401:
            case 403:
            case 404:
            case 405:
                throw unavailable(reply);
            default:
                throw Refusals.of(reply);
        }
    }

    private static RuntimeException unavailable(Reply reply) {
        boolean isRefusal = reply.status() == 401 || reply.status() == 403;
        if (Evidence.isHtml(reply) && !isRefusal) {
            return Refusals.of(reply);
        }
        String otherwise = isRefusal || Evidence.isRegistrysOwn(reply)
                ? ""
                : ". If nobody can list or pull there, it is no registry: check scheme, host, port and path of the URL";
        return new CatalogUnavailableException(
                ErrorBody.read(reply),
                "The registry does not list its repositories, not at all or not to this account: give credentials that may,"
                        + " or name the repositories yourself" + otherwise);
    }
}
