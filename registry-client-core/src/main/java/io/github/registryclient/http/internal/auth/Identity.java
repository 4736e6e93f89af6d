package io.github.registryclient.http.internal.auth;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.error.IncompleteListingException;
import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.http.internal.transport.Request;
import java.util.List;
import java.util.Objects;

/** Whom credentials are of, whatever their secret is by now. Immutable; printed without it. */
final class Identity {
    private final Credentials credentials;

    private Identity(Credentials credentials) {
        this.credentials = credentials;
    }

    /**
     * Refuses an answer for another account than the one before in the same call: what one may see can be missing for the other.
     * What a change did is told whoever made it; only that there was nothing to change may be one account's view.
     */
    static void requireSame(Request request, Credentials answered, int status) {
        boolean isDone = !request.isRead() && status != 400 && status != 404;
        if (request.account().isEmpty()) {
            return;
        }
        Identity now = new Identity(answered);
        Object first = request.account().get().firstOr(now);
        if (!isDone && !now.equals(first)) {
            throw changed(request, first + ", then " + now);
        }
    }

    private static InvalidResponseException changed(Request request, String accounts) {
        String what =
                "the account changed meanwhile (" + accounts + "), and what one may see can be missing for the other:"
                        + " this answer was not used. Call again once it stays the same";
        return request.isPage()
                ? new IncompleteListingException(request.method(), request.shownUri(), what, null)
                : new InvalidResponseException(request.method(), request.shownUri(), what, null);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Identity)) {
            return false;
        }
        Credentials others = ((Identity) other).credentials;
        return credentials.kind() == others.kind()
                && credentials.username().equals(others.username())
                && scheme(credentials).equals(scheme(others))
                && credentials.headerNames().equals(others.headerNames());
    }

    /** Providers may make a scheme anew for each request; what it speaks with is its secret. */
    private static List<String> scheme(Credentials credentials) {
        return credentials
                .scheme()
                .map(scheme -> List.of(scheme.getClass().getName(), scheme.name()))
                .orElse(List.of());
    }

    @Override
    public int hashCode() {
        return Objects.hash(credentials.kind(), credentials.username());
    }

    @Override
    public String toString() {
        return credentials.toString();
    }
}
