package io.github.registryclient.http.internal.listing;

import io.github.registryclient.Listing;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.paging.PaginationStrategy;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A listing over pages of a registry.
 *
 * @param <T> what is listed
 */
public final class PagedListing<T> implements Listing<T> {
    /** The largest page size that distribution takes. */
    public static final int MAX_SIZE = 1000;

    private final Supplier<PageFetcher<T>> fetchers;
    private final PaginationStrategy strategy;
    private final int size;
    private final IntPredicate caps;
    private final UnaryOperator<Iterator<List<T>>> completion;
    private final String what;

    private PagedListing(
            Supplier<PageFetcher<T>> fetchers,
            PaginationStrategy strategy,
            int size,
            IntPredicate caps,
            UnaryOperator<Iterator<List<T>>> completion,
            String what) {
        this.fetchers = fetchers;
        this.strategy = strategy;
        this.size = size;
        this.caps = caps;
        this.completion = completion;
        this.what = what;
    }

    /**
     * A listing.
     *
     * @param fetchers gives what asks for pages, for each iteration its own
     * @param strategy finds the next one
     * @param size entries to ask for at a time, 0 to leave that to the server
     * @return the listing
     * @param <T> what is listed
     */
    public static <T> PagedListing<T> of(Supplier<PageFetcher<T>> fetchers, PaginationStrategy strategy, int size) {
        return new PagedListing<>(fetchers, strategy, size, count -> false, UnaryOperator.identity(), "listing");
    }

    /**
     * The same listing, with something that adds to its pages what the server left out.
     *
     * @param decorator made anew around each iteration; sees empty pages too
     * @return a new listing
     */
    public PagedListing<T> completedBy(UnaryOperator<Iterator<List<T>>> decorator) {
        return new PagedListing<>(fetchers, strategy, size, caps, decorator, what);
    }

    /**
     * The same listing, of a kind of which some registries give no more than a number of entries, without a word.
     *
     * @param counts these numbers
     * @return a new listing
     */
    public PagedListing<T> sometimesCappedAt(IntPredicate counts) {
        return new PagedListing<>(fetchers, strategy, size, counts, completion, what);
    }

    /**
     * The same listing, said to be of something.
     *
     * @param subject what is listed and where, such as {@code tags of admin/hello at http://localhost:5000}; safe to show
     * @return a new listing
     */
    public PagedListing<T> describedAs(String subject) {
        return new PagedListing<>(fetchers, strategy, size, caps, completion, subject);
    }

    /**
     * Checks a page size.
     *
     * @param entries the size
     * @return the same
     * @throws InvalidInputException if out of bounds
     */
    public static int requireSize(int entries) {
        if (entries < 1 || entries > MAX_SIZE) {
            throw new InvalidInputException("invalid page size " + entries + ": expected 1 to " + MAX_SIZE);
        }
        return entries;
    }

    @Override
    public Listing<T> withPageSize(int entries) {
        return new PagedListing<>(fetchers, strategy, requireSize(entries), caps, completion, what);
    }

    @Override
    public Iterable<List<T>> pages() {
        return () -> new NonEmptyPages<>(completion.apply(walk()));
    }

    private Iterator<List<T>> walk() {
        Walk<T> start = size == 0 ? Walk.unsized() : Walk.sized(size);
        return new PageIterator<>(fetchers.get(), strategy, new EndProof(caps), start);
    }

    /**
     * What is listed, without asking the registry: a debugger or a shell may show this at any time.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return what + " (lazy: iterate, stream(), pages() or toList())";
    }
}
