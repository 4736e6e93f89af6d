package io.github.registryclient.http.internal.listing;

import io.github.registryclient.http.internal.address.PercentEncoding;
import io.github.registryclient.paging.PaginationStrategy;
import io.github.registryclient.paging.ReceivedPage;
import java.util.Optional;

/** What a strategy makes of a page, made legal: only a query, whatever it says. */
final class NextQuery {
    private NextQuery() {}

    static Optional<String> of(Page<?> page, PaginationStrategy strategy) {
        ReceivedPage received = ReceivedPage.builder()
                .query(page.query())
                .requestedSize(PageQuery.size(page.query()))
                .size(page.served())
                .lastEntry(page.lastServed())
                .links(page.links())
                .build();
        Optional<String> next = strategy.nextQuery(received);
        if (next.isEmpty()) {
            requireEnd(page, received);
        }
        return next.map(query -> PercentEncoding.ofIllegal(query).replace("#", "%23"));
    }

    private static void requireEnd(Page<?> page, ReceivedPage received) {
        if (PaginationStrategy.followLinks().nextQuery(received).isPresent()) {
            throw page.incomplete(
                    "the pagination strategy ends the listing here, but the registry's Link says that there is more");
        }
        if (received.hasDoubtfulLink()) {
            throw page.incomplete("its Link header cannot be read, and may say that there is more: "
                    + page.shown(String.join(", ", page.links())));
        }
    }
}
