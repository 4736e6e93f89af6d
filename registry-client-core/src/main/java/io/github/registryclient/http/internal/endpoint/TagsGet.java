package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.http.internal.answer.Refusals;
import io.github.registryclient.http.internal.listing.NamesReader;
import io.github.registryclient.http.internal.listing.Page;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;

/** GET of a page of a repository's tags. Digests among them (Artifactory) are no tags. */
public final class TagsGet implements Endpoint<Page<Tag>> {
    private static final NamesReader<Tag> READER =
            new NamesReader<>("tags", name -> name.indexOf(':') < 0, Tag::asServed, true);

    private final Addresses addresses;
    private final RepositoryName repository;
    private final String query;
    private final int bodyLimit;

    /**
     * Asks for one page.
     *
     * @param addresses the registry
     * @param repository the repository
     * @param query raw query, may be empty
     * @param bodyLimit the largest page, in bytes
     */
    public TagsGet(Addresses addresses, RepositoryName repository, String query, int bodyLimit) {
        this.addresses = addresses;
        this.repository = repository;
        this.query = query;
        this.bodyLimit = bodyLimit;
    }

    @Override
    public Request request() {
        return Request.builder("GET", addresses.tags(repository, query))
                .repository(repository)
                .pageLimit(bodyLimit)
                .build();
    }

    @Override
    public Page<Tag> read(Reply reply) {
        if (reply.status() != 200) {
            throw Refusals.of(reply);
        }
        return READER.read(ListingBody.require(reply));
    }
}
