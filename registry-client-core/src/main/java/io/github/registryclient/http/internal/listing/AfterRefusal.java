package io.github.registryclient.http.internal.listing;

import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.IncompleteListingException;

/** Where a listing goes on when the registry refused a page. */
final class AfterRefusal {
    private AfterRefusal() {}

    /**
     * The walk to go on with.
     *
     * @throws ErrorResponseException if the refusal is the answer
     * @throws IncompleteListingException if nothing is left to try
     */
    static <T> Walk<T> of(ErrorResponseException refusal, Walk<T> at) {
        switch (at.pass().onRefusal(refusal.status(), at.isAtItsStart())) {
            case BEGIN_UNSIZED:
                return Walk.unsized();
            case BEGIN_AGAIN:
                return Walk.again("");
            case LEAVES_IT_INCOMPLETE:
                throw incomplete(refusal, at);
            default:
                throw refusal;
        }
    }

    /** A refusal in the middle says nothing about what is listed; as "not found" it would be read as "there is nothing". */
    private static IncompleteListingException incomplete(ErrorResponseException refusal, Walk<?> at) {
        String what = at.kept() == null
                ? "the registry refused to go on with the listing, also after it was begun anew"
                : "the end of the listing cannot be proven: its first page may have been cut, and without page size the"
                        + " registry refuses to list";
        return new IncompleteListingException(
                refusal.response().method(),
                refusal.response().uri(),
                what + " (" + refusal.response().summary() + ")",
                refusal);
    }
}
