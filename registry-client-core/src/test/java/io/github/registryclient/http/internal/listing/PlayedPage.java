package io.github.registryclient.http.internal.listing;

import io.github.registryclient.http.internal.transport.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages of numbered names, without a server. */
final class PlayedPage {
    private PlayedPage() {}

    /** A page of names from one number up to another. */
    static Page<String> of(String query, int from, int to) {
        List<String> names = new ArrayList<>();
        for (int i = from; i < to; i++) {
            names.add(String.format("r%05d", i));
        }
        return of(query, names, false);
    }

    static Page<String> whole(String query) {
        return of(query, List.of("a"), true);
    }

    private static Page<String> of(String query, List<String> names, boolean whole) {
        URI uri = URI.create("http://localhost:5000/v2/_catalog" + (query.isEmpty() ? "" : "?" + query));
        @Nullable String last = names.isEmpty() ? null : names.get(names.size() - 1);
        return new Page<>(
                Request.builder("GET", uri).build(),
                List.of(),
                new ListedValues<>(names, Comparator.naturalOrder()),
                names.size(),
                last,
                whole);
    }
}
