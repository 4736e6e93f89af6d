package io.github.registryclient.http.internal.listing;

import java.util.List;

/**
 * Whether a listing that ended with a full page and without link has ended there: Nexus groups and go-containerregistry cut
 * at the page size and do not say so. The listing asked for without page size decides.
 */
final class EndProof {
    /** How many repositories go-containerregistry lists at most, without saying that there are more. */
    private static final int SILENT_CUT = 10_000;

    private EndProof() {}

    static boolean isNeeded(Page<?> page, int size) {
        boolean full = page.served() == size
                || page.query().map(PageQuery::size).stream()
                        .anyMatch(asked -> asked.isPresent() && asked.getAsInt() == page.served());
        return size > 0 && full && !page.isWhole();
    }

    /** The answer without page size has to hold more, or the same: then the end is where both say it is. */
    static <T> void require(Page<T> sized, Page<T> unsized, List<T> fresh, boolean goesOn) {
        boolean same = unsized.served() == sized.served() && fresh.isEmpty();
        boolean proven = goesOn || same || unsized.served() > sized.served() && unsized.served() != SILENT_CUT;
        if (!proven) {
            throw unsized.incomplete("the end of the listing cannot be proven: a page of exactly the " + sized.served()
                    + " entries asked for came without Link, and asked without page size the registry gave "
                    + unsized.served()
                    + (unsized.served() == SILENT_CUT ? ", where some cut silently" : ", not all the same"));
        }
    }
}
