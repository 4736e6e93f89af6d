package io.github.registryclient.http.internal.listing;

import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.IncompleteListingException;
import io.github.registryclient.http.internal.listing.EndProof.Found;
import io.github.registryclient.paging.PaginationStrategy;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks from page to page until the end is certain; pages may be empty. Where the registry refuses a page size or a cursor the
 * listing is begun anew, once and without page size. A page that failed is asked for again if the iteration goes on after all.
 */
final class PageIterator<T> implements Iterator<List<T>> {
    private final PageFetcher<T> fetcher;
    private final PaginationStrategy strategy;
    private final int size;
    private final EndProof<T> proof;
    private final Progress<T> progress = new Progress<>();
    private LoopGuard guard;
    private boolean anew;
    private boolean open;
    private @Nullable String query;
    private @Nullable List<T> ready;

    PageIterator(PageFetcher<T> fetcher, PaginationStrategy strategy, int size) {
        this.fetcher = fetcher;
        this.strategy = strategy;
        this.size = size;
        this.proof = new EndProof<>(fetcher);
        this.query = PageQuery.ofSize(size);
        this.guard = new LoopGuard(PageQuery.ofSize(size));
    }

    /** Whether a refusal with this status may be about a page size or a cursor. */
    static boolean isAboutPaging(int status) {
        return status == 400 || status == 404 || status == 405;
    }

    @Override
    public boolean hasNext() {
        while (ready == null && (query != null || open)) {
            if (query != null) {
                fetch(query);
            } else {
                lookBehind();
            }
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

    private void fetch(String current) {
        Page<T> page;
        try {
            page = fetcher.fetch(current);
        } catch (ErrorResponseException refused) {
            boolean unknown = progress.isAtStart() && (size == 0 || anew || refused.status() == 404);
            if (unknown || !isAboutPaging(refused.status())) {
                throw refused;
            }
            beginAnew(refused);
            return;
        }
        accept(current, page);
    }

    private void lookBehind() {
        Optional<Found<T>> found = proof.behind(progress);
        open = false;
        found.ifPresent(more -> {
            if (!more.query.isEmpty()) {
                guard.check(progress.last(), more.query);
            }
            accept(more.query, more.page);
        });
    }

    private void accept(String current, Page<T> page) {
        boolean begun = !progress.isAtStart();
        if (page.isWhole() && begun) {
            throw page.incomplete("the registry offered a paged listing first, and none when asked again");
        }
        String asked = page.query().orElse(current);
        Optional<String> next = page.isWhole() ? Optional.empty() : NextQuery.of(page, asked, strategy);
        next.ifPresent(following -> guard.check(page, following));
        List<T> fresh = progress.add(page, asked, next.isPresent());
        if (begun && fresh.isEmpty() && !page.entries().list().isEmpty() && !asked.isEmpty()) {
            throw page.incomplete(
                    "the page repeats the one before: the registry ignores where the listing had come to");
        }
        ready = fresh;
        query = next.orElse(null);
        open = next.isEmpty() && EndProof.isNeeded(page, asked);
    }

    /** A second refusal says nothing about what is listed; as "not found" it would be read as "there is nothing". */
    private void beginAnew(ErrorResponseException refused) {
        if (anew) {
            throw new IncompleteListingException(
                    refused.response().method(),
                    refused.response().uri(),
                    "the registry refused the listing's next page, again after it was begun anew ("
                            + refused.response().summary() + ")",
                    refused);
        }
        anew = true;
        progress.reset();
        query = "";
        guard = new LoopGuard("");
    }
}
