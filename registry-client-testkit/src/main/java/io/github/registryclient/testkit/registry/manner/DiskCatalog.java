package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.registry.Resource;
import io.github.registryclient.testkit.registry.manner.DiskWalk.End;
import io.github.registryclient.testkit.registry.store.Store;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Distribution's catalog of repositories on a disk. */
final class DiskCatalog {
    private DiskCatalog() {}

    /** That of 2.8: of a walk that went beyond the page's end it says that there was nothing more. */
    static Decorator ofDistribution2() {
        return catalog((walk, last) -> walk, answer -> answer);
    }

    /** That of 3: a walk that goes beyond the page's end is the end of the connection. */
    static Decorator ofDistribution3() {
        return catalog((walk, last) -> last.isEmpty() ? walk : walk.behind(last), answer -> BrokenOff.ANSWER);
    }

    private static Decorator catalog(Start start, Overflow overflow) {
        return On.reading(Resource.CATALOG).answering((request, route, inner, store) -> {
            Optional<NameList> whole = NameList.whole(request, inner);
            return whole.isEmpty() ? inner.handle(request) : answer(request, whole.get(), store, start, overflow);
        });
    }

    private static Response answer(Request request, NameList whole, Store store, Start start, Overflow overflow)
            throws IOException {
        List<String> folders = store.repositories("", Integer.MAX_VALUE).toList();
        ListingQuery query = ListingQuery.of(request);
        int size = (int) Math.min(query.size().orElse((long) Integer.MAX_VALUE), Integer.MAX_VALUE);
        if (size == 0) {
            return whole.with(List.of());
        }
        String last = query.last().orElse("");
        DiskWalk.Outcome walked = start.of(new DiskWalk(folders, new HashSet<>(whole.names())), last)
                .page(last, size);
        Response page = whole.with(walked.names());
        if (walked.end() == End.OVERFLOW) {
            return overflow.of(page);
        }
        return walked.end() == End.FULL
                ? Links.to(page, query.withLast(walked.names().get(size - 1)).target(request.path()))
                : page;
    }

    /** Where a walk begins. */
    private interface Start {
        DiskWalk of(DiskWalk walk, String last);
    }

    /** What is answered where one more was met than the page holds. */
    private interface Overflow {
        Response of(Response page);
    }
}
