package io.github.registryclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The default methods of a listing, over pages that count how often they were fetched. */
class ListingTest {
    @Test
    void nothing_is_fetched_before_it_is_read() {
        CountingListing listing = new CountingListing(List.of(List.of("a", "b"), List.of("c")), false);
        Iterator<String> iterator = listing.iterator();
        assertThat(listing.fetched).isZero();

        assertThat(iterator.next()).isEqualTo("a");
        assertThat(iterator.next()).isEqualTo("b");
        assertThat(listing.fetched).isEqualTo(1);

        assertThat(iterator.next()).isEqualTo("c");
        assertThat(listing.fetched).isEqualTo(2);
        assertThat(iterator.hasNext()).isFalse();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(iterator::next);
    }

    @Test
    void asking_repeatedly_whether_there_is_more_fetches_once() {
        CountingListing listing = new CountingListing(List.of(List.of("a"), List.of("b")), false);
        Iterator<String> iterator = listing.iterator();

        assertThat(iterator.hasNext()).isTrue();
        assertThat(iterator.hasNext()).isTrue();
        assertThat(listing.fetched).isEqualTo(1);
    }

    @Test
    void a_stream_fetches_no_more_than_it_needs() {
        CountingListing listing = new CountingListing(List.of(List.of("a", "b"), List.of("c"), List.of("d")), false);

        assertThat(listing.stream().limit(2).collect(Collectors.toList())).containsExactly("a", "b");
        assertThat(listing.fetched).isEqualTo(1);
        assertThat(listing.stream().anyMatch("c"::equals)).isTrue();
        assertThat(listing.fetched).isEqualTo(3);
        assertThat(listing.stream().isParallel()).isFalse();
        assertThat(listing.fetched).isEqualTo(3);
    }

    @Test
    void each_reading_asks_anew() {
        CountingListing listing = new CountingListing(List.of(List.of("a"), List.of("b")), false);

        assertThat(listing.toList()).containsExactly("a", "b");
        assertThat(listing.toList()).containsExactly("a", "b");
        assertThat(listing.stream()).containsExactly("a", "b");
        assertThat(listing).containsExactly("a", "b");
        assertThat(listing.fetched).isEqualTo(8);
    }

    @Test
    void the_list_cannot_be_changed() {
        List<String> list = new CountingListing(List.of(List.of("a")), false).toList();

        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(list::clear);
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> list.add("b"));
    }

    @Test
    void the_list_has_each_entry_once_also_where_a_listing_was_begun_anew() {
        CountingListing listing =
                new CountingListing(List.of(List.of("b", "a"), List.of("c"), List.of("b", "a", "c", "d")), false);

        assertThat(listing.toList()).containsExactly("b", "a", "c", "d");
        assertThat(listing.stream().count()).isEqualTo(7);
    }

    @Test
    void an_empty_listing_is_empty_in_every_form() {
        CountingListing listing = new CountingListing(List.of(), false);

        assertThat(listing.toList()).isEmpty();
        assertThat(listing.stream()).isEmpty();
        assertThat(listing.iterator().hasNext()).isFalse();
    }

    @Test
    void a_page_without_entries_in_between_ends_nothing() {
        CountingListing listing = new CountingListing(
                List.of(List.of(), List.of("a"), List.of(), List.of(), List.of("b"), List.of()), false);

        assertThat(listing.toList()).containsExactly("a", "b");
        assertThat(listing.stream()).containsExactly("a", "b");
        assertThat(listing).containsExactly("a", "b");
    }

    @Test
    void a_page_that_fails_fails_every_form_and_leaves_no_partial_list() {
        CountingListing listing = new CountingListing(List.of(List.of("a"), List.of("b")), true);

        assertThatIllegalStateException().isThrownBy(listing::toList).withMessage("page 3");
        assertThatIllegalStateException().isThrownBy(() -> listing.stream().count());
        Iterator<String> iterator = listing.iterator();
        iterator.next();
        iterator.next();
        assertThatIllegalStateException().isThrownBy(iterator::hasNext);
        assertThatIllegalStateException().as("the end is not forgotten").isThrownBy(iterator::next);
    }

    private static final class CountingListing implements Listing<String> {
        private final List<List<String>> pages;
        private final boolean failing;
        private int fetched;

        CountingListing(List<List<String>> pages, boolean failing) {
            this.pages = pages;
            this.failing = failing;
        }

        @Override
        public Listing<String> withPageSize(int entries) {
            return this;
        }

        @Override
        public Iterable<List<String>> pages() {
            return () -> new Iterator<List<String>>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < pages.size() || failing;
                }

                @Override
                public List<String> next() {
                    if (next == pages.size()) {
                        if (failing) {
                            throw new IllegalStateException("page " + (next + 1));
                        }
                        throw new NoSuchElementException();
                    }
                    fetched++;
                    return pages.get(next++);
                }
            };
        }
    }
}
