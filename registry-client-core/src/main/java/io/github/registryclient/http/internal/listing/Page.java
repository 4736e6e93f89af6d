package io.github.registryclient.http.internal.listing;

import io.github.registryclient.error.IncompleteListingException;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of a listing as it came.
 *
 * @param <T> what is listed
 */
public final class Page<T> {
    private final Request request;
    private final List<String> links;
    private final Entries<T> entries;
    private final int served;
    private final @Nullable String lastServed;

    /**
     * Creates one.
     *
     * @param reply the answer that it came in
     * @param entries its usable entries
     * @param served how many entries came, unusable and repeated ones included
     * @param lastServed the last entry as it came, or null if none came
     */
    public Page(Reply reply, Entries<T> entries, int served, @Nullable String lastServed) {
        this(reply.request(), reply.headers("Link"), entries, served, lastServed);
    }

    private Page(Request request, List<String> links, Entries<T> entries, int served, @Nullable String lastServed) {
        this.request = request;
        this.links = links;
        this.entries = entries;
        this.served = served;
        this.lastServed = lastServed;
    }

    /**
     * A page that is the whole listing, and came as something else.
     *
     * @param request what it was asked with
     * @param entries all entries
     * @return the page
     * @param <T> what is listed
     */
    public static <T> Page<T> only(Request request, Entries<T> entries) {
        return new Page<>(request, List.of(), entries, entries.list().size(), null);
    }

    Entries<T> entries() {
        return entries;
    }

    int served() {
        return served;
    }

    Optional<String> lastServed() {
        return Optional.ofNullable(lastServed);
    }

    List<String> links() {
        return links;
    }

    IncompleteListingException incomplete(String what) {
        return new IncompleteListingException(request.method(), request.shownUri(), what, null);
    }
}
