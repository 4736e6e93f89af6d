package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.testkit.http.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a request says of the page that it wants: {@code n} and {@code last}. Immutable. */
final class ListingQuery {
    private final Optional<String> n;
    private final Optional<String> last;

    private ListingQuery(Optional<String> n, Optional<String> last) {
        this.n = n;
        this.last = last;
    }

    static ListingQuery of(Request request) {
        return new ListingQuery(request.query("n"), request.query("last").filter(last -> !last.isEmpty()));
    }

    /** As sent; empty text where there is no number in it. */
    Optional<String> n() {
        return n;
    }

    Optional<String> last() {
        return last;
    }

    /** The number in it, if it is one of 0 or more. */
    Optional<Long> size() {
        return n.flatMap(Numbers::parse).filter(number -> number >= 0);
    }

    ListingQuery withN(long number) {
        return new ListingQuery(Optional.of(Long.toString(number)), last);
    }

    ListingQuery withoutN() {
        return new ListingQuery(Optional.empty(), last);
    }

    ListingQuery withLast(String name) {
        return new ListingQuery(n, Optional.of(name));
    }

    ListingQuery withoutLast() {
        return new ListingQuery(n, Optional.empty());
    }

    /** The same request with this query, and no other parameter. */
    Request in(Request request) {
        return request.withTarget(target(request.path()));
    }

    /** The path with this query. */
    String target(String path) {
        String query = n.map(number -> "&n=" + encode(number)).orElse("")
                + last.map(name -> "&last=" + encode(name)).orElse("");
        return query.isEmpty() ? path : path + "?" + query.substring(1);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
