package io.github.registryclient.http.internal.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One pass over the pages of a listing: where it stands, and what it refuses to walk on from. Beginning anew is a new walk. */
final class Walk<T> {
    private static final int MOST_SIZES = 8;

    private final Pass pass;
    private final LoopGuard guard;
    private String query;
    private @Nullable Page<T> before;
    private boolean atFirstPage = true;
    private int sizesTried;

    private Walk(Pass pass, String query, @Nullable Page<T> before) {
        this.pass = pass;
        this.query = query;
        this.before = before;
        this.guard = new LoopGuard(query);
    }

    static <T> Walk<T> sized(int size) {
        return new Walk<>(Pass.SIZED, PageQuery.ofSize(size), null);
    }

    static <T> Walk<T> unsized() {
        return new Walk<>(Pass.UNSIZED, "", null);
    }

    static <T> Walk<T> proving(Page<T> kept) {
        return new Walk<>(Pass.PROVING, "", kept);
    }

    /** Entries given before come once more: there is no telling where the listing had come to. */
    static <T> Walk<T> again(String query) {
        return new Walk<>(Pass.AGAIN, query, null);
    }

    Pass pass() {
        return pass;
    }

    String query() {
        return query;
    }

    /** The page before: at the first page of a proving pass the one that was kept. */
    @Nullable
    Page<T> before() {
        return before;
    }

    /** What this page is to be compared with, at the first page of a proving pass. */
    @Nullable
    Page<T> kept() {
        return atFirstPage ? before : null;
    }

    boolean isAtFirstPage() {
        return atFirstPage;
    }

    /** Whether nothing was asked yet but the query that it began with. */
    boolean isAtItsStart() {
        return atFirstPage && sizesTried == 0;
    }

    /** Refuses a page which shows that the registry does not follow. */
    void check(Page<T> page, List<T> fresh) {
        if (page.isWhole() && (!atFirstPage || pass.startsAfterEntries())) {
            throw page.incomplete("the registry offered a paged listing first, and none when asked again");
        }
        if (!atFirstPage && !page.entries().list().isEmpty() && fresh.isEmpty()) {
            throw page.incomplete(
                    "the page repeats the one before: the registry ignores where the listing had come to");
        }
    }

    void goOn(Page<T> page, String next) {
        guard.check(page, next);
        before = page;
        query = next;
        atFirstPage = false;
        sizesTried = 0;
    }

    /** Asks for the page once more, with a size that lets its end fall elsewhere. */
    void resize(Page<T> page) {
        if (sizesTried == MOST_SIZES) {
            throw page.incomplete(
                    "the end of the listing cannot be proven: full pages of several sizes came without Link");
        }
        sizesTried++;
        query = PageQuery.withOtherSize(page.query(), page.served());
    }
}
