package io.github.registryclient.http.internal.listing;

/** Why a listing is walked over from its start. */
enum Pass {
    /** With the page size that was wanted. */
    SIZED,
    /** Without page size: none was wanted, or it was refused. */
    UNSIZED,
    /** Without page size, to be compared with a first page that left the end open. */
    PROVING,
    /** Once more and for the last time, because a later page was refused or proved nothing. */
    AGAIN;

    /** What a refusal means to a listing. */
    enum Refusal {
        IS_THE_ANSWER,
        BEGIN_UNSIZED,
        BEGIN_AGAIN,
        LEAVES_IT_INCOMPLETE
    }

    /**
     * What a refusal means: it may be about the page size or the cursor rather than the listing.
     *
     * @param atItsStart whether what was refused is the query that the pass begins with
     */
    Refusal onRefusal(int status, boolean atItsStart) {
        boolean aboutSize = status == 400 || status == 405;
        if (!aboutSize && status != 404) {
            return Refusal.IS_THE_ANSWER;
        }
        if (startsAfterEntries()) {
            return Refusal.LEAVES_IT_INCOMPLETE;
        }
        if (!atItsStart) {
            return Refusal.BEGIN_AGAIN;
        }
        return this == SIZED && aboutSize ? Refusal.BEGIN_UNSIZED : Refusal.IS_THE_ANSWER;
    }

    /** Whether entries may have been given before its first page. */
    boolean startsAfterEntries() {
        return this == PROVING || this == AGAIN;
    }
}
