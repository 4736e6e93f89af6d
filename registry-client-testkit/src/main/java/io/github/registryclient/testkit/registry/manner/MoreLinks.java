package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Links that lead behind the end. */
final class MoreLinks {
    private MoreLinks() {}

    static Response onFullPage(Request request, Response response) throws IOException {
        Optional<Long> size = ListingQuery.of(request).size();
        List<String> names = NameList.of(response).names();
        boolean full = size.isPresent() && size.get() == names.size();
        return full ? behind(names, request, response) : response;
    }

    static Response onNonEmptyPage(Request request, Response response) throws IOException {
        return behind(NameList.of(response).names(), request, response);
    }

    private static Response behind(List<String> names, Request request, Response response) {
        if (names.isEmpty() || response.header(LinkHeader.LINK).isPresent()) {
            return response;
        }
        ListingQuery query = ListingQuery.of(request).withLast(names.get(names.size() - 1));
        return LinkHeader.to(response, query.target(request.path()));
    }
}
