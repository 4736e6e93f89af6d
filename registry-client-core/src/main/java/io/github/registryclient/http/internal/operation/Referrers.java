package io.github.registryclient.http.internal.operation;

import io.github.registryclient.Listing;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.http.internal.answer.Missing;
import io.github.registryclient.http.internal.endpoint.Addresses;
import io.github.registryclient.http.internal.endpoint.DescriptorOrder;
import io.github.registryclient.http.internal.endpoint.ManifestGet;
import io.github.registryclient.http.internal.endpoint.ReferrersGet;
import io.github.registryclient.http.internal.endpoint.ReferrersQuery;
import io.github.registryclient.http.internal.listing.ListedValues;
import io.github.registryclient.http.internal.listing.Page;
import io.github.registryclient.http.internal.listing.PageFetcher;
import io.github.registryclient.http.internal.listing.PagedListing;
import io.github.registryclient.http.internal.transport.Caller;
import io.github.registryclient.internal.Excerpt;
import io.github.registryclient.manifest.Descriptor;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.paging.PaginationStrategy;
import java.util.List;
import java.util.Optional;

/** The referrers of a manifest: from the referrers API, or from the fallback tag where the registry has none. */
public final class Referrers {
    private final Caller caller;
    private final Addresses addresses;
    private final PaginationStrategy strategy;
    private final int pageLimit;

    /**
     * Listings of referrers.
     *
     * @param caller the way to the registry
     * @param addresses the registry
     * @param strategy finds the next page
     * @param pageLimit the largest page, in bytes
     */
    public Referrers(Caller caller, Addresses addresses, PaginationStrategy strategy, int pageLimit) {
        this.caller = caller;
        this.addresses = addresses;
        this.strategy = strategy;
        this.pageLimit = pageLimit;
    }

    /**
     * Lists referrers.
     *
     * @param repository the repository
     * @param subject what they refer to
     * @param artifactType the type wanted, or empty for all
     * @return the listing
     */
    public Listing<Descriptor> list(RepositoryName repository, Digest subject, Optional<String> artifactType) {
        return PagedListing.of(() -> fetcher(repository, subject, artifactType), strategy, 0)
                .describedAs(description(repository, subject, artifactType));
    }

    private PageFetcher<Descriptor> fetcher(RepositoryName repository, Digest subject, Optional<String> artifactType) {
        Caller one = caller.asOne();
        return query -> new ReferrersGet(
                        addresses, new ReferrersQuery(repository, subject, artifactType, query), pageLimit)
                .send(one)
                .orElseGet(() -> fallback(one, repository, subject, artifactType));
    }

    private String description(RepositoryName repository, Digest subject, Optional<String> artifactType) {
        String type =
                artifactType.map(wanted -> " of type " + Excerpt.of(wanted)).orElse("");
        return "referrers" + type + " of " + Excerpt.of(repository.toString()) + "@" + subject.shortForm() + " at "
                + addresses.shown();
    }

    private Page<Descriptor> fallback(
            Caller one, RepositoryName repository, Digest subject, Optional<String> artifactType) {
        ManifestGet get = ManifestGet.asPage(addresses, repository, subject.referrersTag(), pageLimit);
        ListedValues<Descriptor> entries = new ListedValues<>(
                read(one, get)
                        .map(index -> ReferrersGet.ofType(index.entries(), artifactType))
                        .orElse(List.of()),
                new DescriptorOrder());
        return Page.whole(get.request(), entries);
    }

    /** The fallback index; no such tag means no referrers, if it is the registry that says so. */
    private Optional<Manifest> read(Caller one, ManifestGet get) {
        try {
            return get.send(one).map(found -> requireIndex(get, found));
        } catch (NotFoundException e) {
            if (!addresses.areOf(e.response().uri()) || !Missing.isSaidOfOneThing(e.response())) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** An image under that tag lists nothing, which must not be taken for an index that lists nothing. */
    private static Manifest requireIndex(ManifestGet get, Manifest found) {
        if (found.kind() != Manifest.Kind.INDEX) {
            throw get.request().invalidAnswer("the referrers' tag is no image index but " + found, null);
        }
        return found;
    }
}
