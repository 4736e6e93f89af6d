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
import java.util.function.UnaryOperator;

/** Distribution's catalog of repositories on a disk. */
final class DiskCatalog {
    private DiskCatalog() {}

    /** That of 2.8: of a walk that went beyond the page's end it says that there was nothing more. */
    static Decorator ofDistribution2() {
        return catalog(DiskWalk::pageAfter, answer -> answer);
    }

    /** That of 3.0.0 to 3.1.1: a walk that goes beyond the page's end is the end of the connection. */
    static Decorator ofDistribution3() {
        return catalog(
                (walk, last, size) -> (last.isEmpty() ? walk : walk.behind(last)).pageAfter(last, size),
                answer -> BrokenOff.ANSWER);
    }

    /** That of 3.1.2, which forgets no parent. */
    static Decorator ofDistribution312() {
        return catalog(
                (walk, last, size) -> (last.isEmpty() ? walk : walk.behind(last)).pageWithout(last, size),
                answer -> BrokenOff.ANSWER);
    }

    private static Decorator catalog(Walking walking, UnaryOperator<Response> beyond) {
        return On.reading(Resource.CATALOG).answering((request, route, inner, store) -> {
            Optional<NameList> whole = NameList.whole(request, inner);
            return whole.isEmpty() ? inner.handle(request) : answer(request, whole.get(), store, walking, beyond);
        });
    }

    private static Response answer(
            Request request, NameList whole, Store store, Walking walking, UnaryOperator<Response> beyond)
            throws IOException {
        List<String> folders = store.repositories("", Integer.MAX_VALUE).toList();
        ListingQuery query = ListingQuery.of(request);
        int size = (int) Math.min(query.size().orElse((long) Integer.MAX_VALUE), Integer.MAX_VALUE);
        if (size == 0) {
            return whole.with(List.of());
        }
        String last = query.last().orElse("");
        DiskWalk.Outcome walked = walking.page(new DiskWalk(folders, new HashSet<>(whole.names())), last, size);
        Response page = whole.with(walked.names());
        if (walked.end() == End.OVERFLOW) {
            return beyond.apply(page);
        }
        return walked.end() == End.FULL
                ? LinkHeader.to(
                        page, query.withLast(walked.names().get(size - 1)).target(request.path()))
                : page;
    }

    /** How a page is made. */
    private interface Walking {
        DiskWalk.Outcome page(DiskWalk walk, String last, int size);
    }
}
