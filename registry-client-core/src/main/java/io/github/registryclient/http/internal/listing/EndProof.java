package io.github.registryclient.http.internal.listing;

import java.util.function.IntPredicate;

/**
 * Whether a page without a next one ends its listing. Nexus groups and go-containerregistry cut at the page size and do not
 * say so. Distribution 2.8 sends links, but none at a boundary between a repository and its last child, whatever follows.
 * Others cut at a number of their own.
 */
final class EndProof {
    private final IntPredicate caps;

    /** For a listing of which some registries give no more than a number of entries, whatever is asked for. */
    EndProof(IntPredicate caps) {
        this.caps = caps;
    }

    /**
     * Judges a page.
     *
     * @param goesOn whether it has a next one
     * @param adds whether it holds entries that the page before did not
     */
    Ending judge(Page<?> page, boolean goesOn, boolean adds, Walk<?> at) {
        if (goesOn) {
            return Ending.GOES_ON;
        }
        if (page.isWhole()) {
            return Ending.END;
        }
        Page<?> kept = at.kept();
        if (kept != null) {
            return compare(kept, page, adds);
        }
        if (!isFull(page) && !(at.isAtFirstPage() && isCapped(page))) {
            return Ending.END;
        }
        return at.pass() == Pass.SIZED && at.isAtFirstPage() ? Ending.PROVE : Ending.OTHER_SIZE;
    }

    /** The answer without page size has to hold more than the page kept, or the same: then the end is where both say it is. */
    private Ending compare(Page<?> kept, Page<?> page, boolean adds) {
        boolean same = !adds && names(page) == names(kept);
        boolean askedForMore = same && !isFull(kept); // a cap that cuts both alike is none that is known
        if (isFull(page) || isCapped(page) && !askedForMore) {
            return Ending.AGAIN_WITH_OTHER_SIZE;
        }
        return same || names(page) > names(kept) ? Ending.END : Ending.UNPROVABLE;
    }

    /** Whether as many came as were asked for; what is null, unwanted or said twice may count there or not. */
    private static boolean isFull(Page<?> page) {
        int asked = PageQuery.size(page.query()).orElse(Integer.MAX_VALUE);
        return names(page) <= asked && asked <= page.served();
    }

    private static int names(Page<?> page) {
        return page.entries().list().size();
    }

    private boolean isCapped(Page<?> page) {
        return caps.test(page.served())
                && page.served() < PageQuery.size(page.query()).orElse(Integer.MAX_VALUE);
    }
}
