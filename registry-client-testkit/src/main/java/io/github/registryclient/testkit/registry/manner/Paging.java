package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import java.io.IOException;
import java.util.List;

/** Cuts pages out of lists in any order. */
final class Paging {
    private Paging() {}

    /** The page behind the place of {@code last}, or the first one if that is not in the list. */
    static Response page(Request request, NameList whole, List<String> ordered) throws IOException {
        ListingQuery query = ListingQuery.of(request);
        int from = query.last().map(ordered::indexOf).orElse(-1) + 1;
        return from(request, whole, ordered.subList(from, ordered.size()));
    }

    /** As many as are wanted of what follows {@code last}. */
    static Response from(Request request, NameList whole, List<String> rest) throws IOException {
        ListingQuery query = ListingQuery.of(request);
        int size = (int) Math.min(query.size().orElse((long) rest.size()), rest.size());
        Response page = whole.with(rest.subList(0, size));
        if (size == 0 || size == rest.size()) {
            return page;
        }
        return LinkHeader.to(page, query.withLast(rest.get(size - 1)).target(request.path()));
    }
}
