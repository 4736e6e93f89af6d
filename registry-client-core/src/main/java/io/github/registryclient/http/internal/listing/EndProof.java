package io.github.registryclient.http.internal.listing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * Whether a listing that ended with a full page and without link has ended there. Nexus groups and go-containerregistry cut
 * at the page size and do not say so. Distribution 2.8 sends links, but none at a boundary between a repository and its last
 * child, whatever follows.
 */
final class EndProof {
    private final int size;
    private final IntPredicate silentCut;

    /** For a listing that asks for pages of a size, of a registry that may cut at some counts when asked for none. */
    EndProof(int size, IntPredicate silentCut) {
        this.size = size;
        this.silentCut = silentCut;
    }

    /** Whether a first page has to be asked for without size. */
    boolean isNeeded(Page<?> page) {
        return size > 0 && !page.isWhole() && (page.served() == size || isFull(page, page.query()));
    }

    /** Whether a page without link, from a registry that pages by links, may have been cut at its size. */
    boolean mayBeCut(Page<?> page, String asked, boolean atStart, boolean anew) {
        String query = page.query().orElse(asked);
        if (page.isWhole() || atStart && !anew) {
            return false;
        }
        boolean sized = PageQuery.size(query).isPresent();
        return sized ? isFull(page, Optional.of(query)) : atStart && isSilentCut(page);
    }

    /** Whether some registries cut at as many entries when asked for no size. */
    boolean isSilentCut(Page<?> page) {
        return silentCut.test(page.served());
    }

    private static boolean isFull(Page<?> page, Optional<String> query) {
        OptionalInt asked = query.map(PageQuery::size).orElse(OptionalInt.empty());
        return asked.isPresent() && asked.getAsInt() == page.served();
    }

    /** The answer without page size has to hold more, or the same: then the end is where both say it is. */
    <T> void require(Page<T> sized, Page<T> unsized, List<T> fresh, boolean goesOn) {
        int count = unsized.served();
        boolean same = count == sized.served() && fresh.isEmpty();
        if (!goesOn && !same && count <= sized.served()) {
            throw unsized.incomplete("the end of the listing cannot be proven: a page of exactly the " + sized.served()
                    + " entries asked for came without Link, and asked without page size the registry gave " + count
                    + ", not all the same; another page size may do");
        }
    }
}
