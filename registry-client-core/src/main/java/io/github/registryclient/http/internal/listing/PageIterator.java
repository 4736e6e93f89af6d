package io.github.registryclient.http.internal.listing;

import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.http.internal.transport.UriRepair;
import io.github.registryclient.paging.PaginationStrategy;
import io.github.registryclient.paging.ReceivedPage;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Walks from page to page until the end is certain. A listing is begun anew, once and without page size, where the registry
 * refuses the size or a cursor, and where a full page without a link leaves the end open.
 */
final class PageIterator<T> implements Iterator<List<T>> {
    private final PageFetcher<T> fetcher;
    private final PaginationStrategy strategy;
    private final int size;
    private LoopGuard guard;
    private @Nullable Page<T> before;
    private boolean anew;
    private @Nullable Page<T> unproven;
    private @Nullable String query;
    private @Nullable List<T> ready;

    PageIterator(PageFetcher<T> fetcher, PaginationStrategy strategy, int size) {
        this.fetcher = fetcher;
        this.strategy = strategy;
        this.size = size;
        this.query = PageQuery.ofSize(size);
        this.guard = new LoopGuard(PageQuery.ofSize(size));
    }

    @Override
    public boolean hasNext() {
        while (ready == null && query != null) {
            advance(query);
        }
        return ready != null;
    }

    @Override
    public List<T> next() {
        List<T> page = hasNext() ? ready : null;
        if (page == null) {
            throw new NoSuchElementException();
        }
        ready = null;
        return page;
    }

    private void advance(String current) {
        Page<T> page;
        try {
            page = fetcher.fetch(current);
        } catch (ErrorResponseException refused) {
            if (anew || !isAboutPaging(refused.status())) {
                throw refused;
            }
            beginAnew();
            return;
        }
        List<T> fresh = without(page, before);
        Optional<String> next = next(current, page);
        if (unproven != null) {
            requireLonger(unproven, page, fresh, next.isPresent());
        } else if (before != null && !page.entries().list().isEmpty() && fresh.isEmpty()) {
            throw page.incomplete(
                    "the page repeats the one before: the registry ignores where the listing had come to");
        }
        boolean open = next.isEmpty() && before == null && !anew && size > 0 && page.served() == size;
        unproven = open ? page : null;
        before = page;
        ready = fresh.isEmpty() ? null : fresh;
        if (open) {
            beginAnew();
        } else {
            next.ifPresent(query -> guard.check(page, query));
            query = next.orElse(null);
        }
    }

    /** Whether a refusal may be about the page size (first page) or the cursor (later pages) rather than the listing. */
    private boolean isAboutPaging(int status) {
        boolean first = before == null;
        return first ? size > 0 && (status == 400 || status == 405) : status == 400 || status == 404 || status == 405;
    }

    private void beginAnew() {
        anew = true;
        query = "";
        guard = new LoopGuard("");
    }

    private Optional<String> next(String current, Page<T> page) {
        return strategy.nextQuery(ReceivedPage.builder()
                        .query(current)
                        .requestedSize(PageQuery.size(current))
                        .size(page.served())
                        .lastEntry(page.lastServed())
                        .links(page.links())
                        .build())
                .map(UriRepair::escapeIllegal);
    }

    /** The answer without page size has to hold more, or the same: then the end is where both say it is. */
    private static <T> void requireLonger(Page<T> sized, Page<T> unsized, List<T> fresh, boolean goesOn) {
        boolean same = unsized.served() == sized.served() && fresh.isEmpty();
        if (!goesOn && !same && unsized.served() <= sized.served()) {
            throw unsized.incomplete("the end of the listing cannot be proven: a page of exactly the " + sized.served()
                    + " entries asked for came without Link, and asked without page size the registry gave "
                    + unsized.served() + ", not all the same");
        }
    }

    private static <T> List<T> without(Page<T> page, @Nullable Page<T> before) {
        List<T> entries = page.entries().list();
        if (before == null || entries.stream().noneMatch(before.entries()::contains)) {
            return entries;
        }
        return entries.stream()
                .filter(entry -> !before.entries().contains(entry))
                .collect(Collectors.toUnmodifiableList());
    }
}
