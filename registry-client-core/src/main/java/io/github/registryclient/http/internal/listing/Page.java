package io.github.registryclient.http.internal.listing;

import io.github.registryclient.error.IncompleteListingException;
import io.github.registryclient.http.internal.address.UriRepair;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
    private final boolean whole;

    /**
     * Creates one.
     *
     * @param reply the answer that it came in
     * @param entries its usable entries
     * @param served how many entries came, unusable and repeated ones included
     * @param lastServed the last entry as it came, or null if none came
     */
    public Page(Reply reply, Entries<T> entries, int served, @Nullable String lastServed) {
        this(reply.request(), links(reply), entries, served, lastServed, false);
    }

    Page(
            Request request,
            List<String> links,
            Entries<T> entries,
            int served,
            @Nullable String lastServed,
            boolean whole) {
        this.request = request;
        this.links = links;
        this.entries = entries;
        this.served = served;
        this.lastServed = lastServed;
        this.whole = whole;
    }

    /**
     * A page that is the whole listing, and came as something else.
     *
     * @param request what it was asked with
     * @param entries all entries
     * @return the page
     * @param <T> what is listed
     */
    public static <T> Page<T> whole(Request request, Entries<T> entries) {
        return new Page<>(request, List.of(), entries, entries.list().size(), null, true);
    }

    /**
     * Whether there is anything to list, here or behind it.
     *
     * @return false for an empty page that leads nowhere
     */
    public boolean leadsToEntries() {
        return !entries.list().isEmpty() || !links.isEmpty();
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

    /** The raw query that it was asked for with in the end, whatever the listing wanted; empty if there was none. */
    String query() {
        String query = request.uri().getRawQuery();
        return query == null ? "" : query;
    }

    /** Whether it is the whole listing whatever a strategy says. */
    boolean isWhole() {
        return whole;
    }

    List<String> links() {
        return links;
    }

    private static List<String> links(Reply reply) {
        return reply.headers("Link").stream().map(UriRepair::ofHeader).collect(Collectors.toUnmodifiableList());
    }

    /** What it says, fit for a message. */
    String shown(String said) {
        return request.redacted(said);
    }

    IncompleteListingException incomplete(String what) {
        return new IncompleteListingException(request.method(), request.shownUri(), request.withoutSecrets(what), null);
    }
}
