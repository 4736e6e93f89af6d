package io.github.registryclient.http.internal.listing;

import io.github.registryclient.http.internal.transport.UriRepair;
import io.github.registryclient.paging.PaginationStrategy;
import io.github.registryclient.paging.ReceivedPage;
import java.util.Optional;

/** What a strategy makes of a page, made legal: only a query, whatever it says. */
final class NextQuery {
    private NextQuery() {}

    static Optional<String> of(Page<?> page, String current, PaginationStrategy strategy) {
        String asked = page.query().orElse(current);
        return strategy.nextQuery(ReceivedPage.builder()
                        .query(asked)
                        .requestedSize(PageQuery.size(asked))
                        .size(page.served())
                        .lastEntry(page.lastServed())
                        .links(page.links())
                        .build())
                .map(query -> UriRepair.escapeIllegal(query).replace("#", "%23"));
    }
}
