package io.github.registryclient.http.internal.operation;

import io.github.registryclient.Listing;
import io.github.registryclient.http.internal.endpoint.Addresses;
import io.github.registryclient.http.internal.endpoint.TagsGet;
import io.github.registryclient.http.internal.endpoint.TagsPresence;
import io.github.registryclient.http.internal.listing.LostAncestors;
import io.github.registryclient.http.internal.listing.PageFetcher;
import io.github.registryclient.http.internal.listing.PagedListing;
import io.github.registryclient.http.internal.transport.Caller;
import io.github.registryclient.internal.Excerpt;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.paging.PaginationStrategy;
import java.util.OptionalInt;

/** The listings of names: repositories, and a repository's tags. */
public final class Listings {
    private static final int DISTRIBUTIONS_PAGE = 100;
    private static final int GO_CONTAINERREGISTRYS_MOST = 10_000;

    private final Caller caller;
    private final Addresses addresses;
    private final PaginationStrategy strategy;
    private final int pageLimit;

    /**
     * Listings of a registry.
     *
     * @param caller the way to the registry
     * @param addresses the registry
     * @param strategy finds the next page
     * @param pageLimit the largest page, in bytes
     */
    public Listings(Caller caller, Addresses addresses, PaginationStrategy strategy, int pageLimit) {
        this.caller = caller;
        this.addresses = addresses;
        this.strategy = strategy;
        this.pageLimit = pageLimit;
    }

    /**
     * Lists repositories, by default a thousand at a time: the fewer boundaries the fewer losses (distribution 2.8 and 3.1).
     *
     * @param size the page size, or empty for the default
     * @return the listing
     */
    public Listing<RepositoryName> repositories(OptionalInt size) {
        return PagedListing.of(
                        () -> new CatalogFetcher(caller.asOne(), addresses, pageLimit),
                        strategy,
                        size.orElse(PagedListing.MAX_SIZE))
                .completedBy(pages ->
                        new LostAncestors(pages, name -> new TagsPresence(addresses, name, pageLimit).send(caller)))
                .sometimesCappedAt(count -> count == DISTRIBUTIONS_PAGE || count == GO_CONTAINERREGISTRYS_MOST)
                .describedAs("repositories at " + addresses.shown());
    }

    /**
     * Lists tags, by default without page size: go-containerregistry's registry cuts a list at the size, silently.
     *
     * @param repository the repository
     * @param size the page size, or empty to leave that to the server
     * @return the listing
     */
    public Listing<Tag> tags(RepositoryName repository, OptionalInt size) {
        return PagedListing.of(() -> tagsFetcher(repository, caller.asOne()), strategy, size.orElse(0))
                .describedAs("tags of " + Excerpt.of(repository.toString()) + " at " + addresses.shown());
    }

    private PageFetcher<Tag> tagsFetcher(RepositoryName repository, Caller one) {
        return query -> new TagsGet(addresses, repository, query, pageLimit).send(one);
    }
}
