package io.github.registryclient.http.internal.listing;

import io.github.registryclient.http.internal.address.PercentEncoding;
import io.github.registryclient.paging.PaginationStrategy;
import io.github.registryclient.paging.ReceivedPage;
import java.util.Optional;

/** What a strategy makes of a page, made legal: only a query, whatever it says. */
final class NextQuery {
    private NextQuery() {}

    static Optional<String> of(Page<?> page, String current, PaginationStrategy strategy) {
        String asked = page.query().orElse(current);
        ReceivedPage received = ReceivedPage.builder()
                .query(asked)
                .requestedSize(PageQuery.size(asked))
                .size(page.served())
                .lastEntry(page.lastServed())
                .links(page.links())
                .build();
        Optional<String> next = strategy.nextQuery(received);
        if (next.isEmpty() && PaginationStrategy.linkFirst().nextQuery(received).isPresent()) {
            throw page.incomplete(
                    "the pagination strategy ends the listing here, but the registry's Link says that there is more");
        }
        return next.map(query -> PercentEncoding.ofIllegal(query).replace("#", "%23"));
    }
}
