package io.github.registryclient.http.internal.listing;

import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.IncompleteListingException;
import io.github.registryclient.paging.PaginationStrategy;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Walks from page to page until the end is certain; pages may be empty. A listing is begun anew, once and without page size,
 * where the registry refuses the size or a cursor, and where a full first page without a link leaves the end open. A full
 * later page without a link is asked for again with another size. A page that failed is asked for again if the iteration
 * goes on after all.
 */
final class PageIterator<T> implements Iterator<List<T>> {
    private static final int MOST_SIZES = 8;

    private final PageFetcher<T> fetcher;
    private final PaginationStrategy strategy;
    private final int size;
    private final EndProof proof;
    private LoopGuard guard;
    private @Nullable Page<T> before;
    private boolean atStart = true;
    private boolean anew;
    private boolean received;
    private @Nullable Page<T> unproven;
    private int resized;
    private @Nullable String query;
    private @Nullable List<T> ready;

    PageIterator(PageFetcher<T> fetcher, PaginationStrategy strategy, int size, IntPredicate silentCut) {
        this.fetcher = fetcher;
        this.strategy = strategy;
        this.size = size;
        this.proof = new EndProof(size, silentCut);
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
        try {
            accept(current, fetcher.fetch(current));
        } catch (ErrorResponseException refused) {
            if (!isAboutPaging(refused.status())) {
                throw refused;
            }
            if (anew) {
                throw incomplete(refused);
            }
            before = null; // what comes now begins at the first entry, which is no repeated page
            beginAnew();
        }
    }

    /** Whether a refusal may be about the page size (first page) or the cursor (later pages) rather than the listing. */
    private boolean isAboutPaging(int status) {
        if (atStart && unproven == null) {
            return size > 0 && !anew && (status == 400 || status == 405);
        }
        return status == 400 || status == 404 || status == 405;
    }

    private void accept(String current, Page<T> page) {
        Optional<String> next = page.isWhole() ? Optional.empty() : NextQuery.of(page, current, strategy);
        List<T> fresh = FreshEntries.of(page, before);
        Page<T> sized = unproven;
        if (next.isEmpty() && sized == null && proof.mayBeCut(page, current, atStart, anew)) {
            resize(page, current);
            return;
        }
        if (next.isEmpty() && sized != null && proof.isSilentCut(page)) {
            unproven = null;
            before = null;
            resize(sized, PageQuery.ofSize(size));
            return;
        }
        if (page.isWhole() && received) {
            throw page.incomplete("the registry offered a paged listing first, and none when asked again");
        }
        if (sized != null) {
            proof.require(sized, page, fresh, next.isPresent());
        } else if (before != null && !page.entries().list().isEmpty() && fresh.isEmpty()) {
            throw page.incomplete(
                    "the page repeats the one before: the registry ignores where the listing had come to");
        }
        next.ifPresent(query -> guard.check(page, query));
        boolean open = next.isEmpty() && atStart && !anew && proof.isNeeded(page);
        received = true;
        resized = 0;
        unproven = open ? page : null;
        before = page;
        ready = sized != null && fresh.isEmpty() ? null : fresh;
        query = next.orElse(null);
        atStart = false;
        if (open) {
            beginAnew();
        }
    }

    /** The page is asked for once more, with a size that lets its end fall elsewhere. */
    private void resize(Page<T> cut, String current) {
        if (resized == MOST_SIZES) {
            throw cut.incomplete(
                    "the end of the listing cannot be proven: full pages of several sizes came without Link");
        }
        resized++;
        query = PageQuery.withOtherSize(cut.query().orElse(current));
    }

    private void beginAnew() {
        anew = true;
        atStart = true;
        query = "";
        guard = new LoopGuard("");
    }

    /** A refusal in the middle says nothing about what is listed; as "not found" it would be read as "there is nothing". */
    private IncompleteListingException incomplete(ErrorResponseException refused) {
        String what = unproven == null
                ? "the registry refused the listing's next page, again after it was begun anew"
                : "the end of the listing cannot be proven: a full page came without Link, and without page size the"
                        + " registry refuses to list";
        return new IncompleteListingException(
                refused.response().method(),
                refused.response().uri(),
                what + " (" + refused.response().summary() + ")",
                refused);
    }
}
