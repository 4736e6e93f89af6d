package io.github.registryclient;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A lazy listing of names: nothing is asked before it is read, and each iteration, stream or list asks anew.
 *
 * <p>Complete or an exception: reading to the end without one means that the listing was whole, as far as the registry lets
 * one tell. A registry that refuses a cursor or cuts a page has its listing begun anew, so that an iteration may then meet
 * entries again that it has met before; {@link #toList} gives each once. An exception may come after entries were already handed
 * out, so collect first where part of a list could do harm. Pages are read whole before their first entry is handed out; an
 * iteration that is abandoned holds nothing.
 *
 * <p>List completely ({@link #toList}) before the first deletion: a listing goes on from its last entry, and where that was
 * deleted meanwhile distribution 3.0.0 skips an entry, and Harbor and zot refuse to go on.
 *
 * <p>Its {@code toString()} says what is listed, without asking the registry.
 *
 * <p>A listing is immutable and thread-safe; its iterators are not.
 *
 * @param <T> what is listed
 */
public interface Listing<T> extends Iterable<T> {
    /**
     * The same listing with another page size.
     *
     * @param entries how many entries to ask for at a time, 1 to 1000; more pages mean more ways for a server to lose entries
     * @return a new listing
     * @throws io.github.registryclient.error.InvalidInputException if out of bounds
     */
    Listing<T> withPageSize(int entries);

    /**
     * The listing page by page, without duplicates inside a page and against the page before.
     *
     * @return non-empty unmodifiable lists; read lazily
     */
    Iterable<List<T>> pages();

    @Override
    default Iterator<T> iterator() {
        return new PageFlattener<>(pages().iterator());
    }

    /**
     * The listing as a lazy sequential stream.
     *
     * @return a stream, need not be closed
     */
    default Stream<T> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    /**
     * The whole listing, each entry once, in the order received.
     *
     * @return an unmodifiable list
     */
    default List<T> toList() {
        Set<T> all = new LinkedHashSet<>();
        pages().forEach(all::addAll);
        return List.copyOf(all);
    }
}
