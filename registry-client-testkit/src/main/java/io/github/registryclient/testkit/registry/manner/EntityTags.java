package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.testkit.http.Handler;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.registry.Route;
import io.github.registryclient.testkit.registry.store.Store;
import java.io.IOException;
import java.util.List;

/** Other ways with conditional requests. */
final class EntityTags {
    private static final String IF_NONE_MATCH = "If-None-Match";

    private EntityTags() {}

    static Response ignored(Request request, Route route, Handler inner, Store store) throws IOException {
        return unconditional(request, inner).without("ETag");
    }

    /** As distribution compares, in a tag's case after it was looked up. */
    static Response comparedUnseen(Request request, Route route, Handler inner, Store store) throws IOException {
        String digest = route.isDigest()
                ? route.last()
                : store.manifest(route.repository(), route.reference())
                        .map(manifest -> manifest.digest().toString())
                        .orElse("");
        boolean known = request.headers(IF_NONE_MATCH).stream()
                .anyMatch(tag -> tag.equals(digest) || tag.equals("\"" + digest + "\""));
        return known && !digest.isEmpty() ? Response.of(304) : unconditional(request, inner);
    }

    private static Response unconditional(Request request, Handler inner) throws IOException {
        return inner.handle(request.withHeader(IF_NONE_MATCH, List.of()));
    }
}
