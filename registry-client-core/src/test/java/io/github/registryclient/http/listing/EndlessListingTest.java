package io.github.registryclient.http.listing;

import static io.github.registryclient.http.listing.PlayedRegistry.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.registryclient.error.IncompleteListingException;
import io.github.registryclient.name.Tag;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Listings that go in circles, repeat or never end fail soon, and say so. */
class EndlessListingTest {
    @RegisterExtension
    static final PlayedRegistry registry = new PlayedRegistry();

    @Test
    void a_page_that_links_to_itself_fails() {
        chain("", "");
        assertFailsWithin(2);
    }

    @Test
    void a_later_page_that_links_to_itself_fails() {
        chain("", "p=1");
        registry.page(TAGS + "?p=1", Names.tags("x", "y"), link("p=1"));
        assertFailsWithin(3);
    }

    @Test
    void two_pages_that_link_to_each_other_fail() {
        chain("", "p=1");
        chain("p=1", "p=2");
        chain("p=2", "p=1");
        assertFailsWithin(6);
    }

    @Test
    void a_long_circle_fails_within_a_few_rounds() {
        chain("", "p=0");
        for (int page = 0; page < 50; page++) {
            chain("p=" + page, "p=" + (page + 1) % 50);
        }
        assertFailsWithin(200);
    }

    @Test
    void a_circle_of_empty_pages_fails() {
        registry.page(TAGS, "{\"name\":\"app\",\"tags\":[]}", link("p=1"));
        registry.page(TAGS + "?p=1", "{\"name\":\"app\",\"tags\":[]}", link("p=1"));
        assertFailsWithin(4);
    }

    @Test
    void empty_pages_without_end_fail_after_a_hundred() {
        registry.page(TAGS, Names.tags("a"), link("p=0"));
        for (int page = 0; page < 300; page++) {
            registry.page(TAGS + "?p=" + page, "{\"name\":\"app\",\"tags\":null}", link("p=" + (page + 1)));
        }
        assertFailsWithin(101);
    }

    @Test
    void a_page_that_repeats_the_one_before_under_new_cursors_fails() {
        registry.page(TAGS, Names.tags("a", "b"), link("p=0"));
        for (int page = 0; page < 50; page++) {
            registry.page(TAGS + "?p=" + page, Names.tags("b", "a"), link("p=" + (page + 1)));
        }
        assertFailsWithin(2);
    }

    @Test
    void pages_that_alternate_under_new_cursors_fail() {
        registry.page(TAGS, Names.tags("a", "b"), link("p=0"));
        for (int page = 0; page < 100; page++) {
            registry.page(
                    TAGS + "?p=" + page,
                    page % 3 == 0 ? Names.tags("c") : page % 3 == 1 ? Names.tags("d", "e") : Names.tags("a", "b"),
                    link("p=" + (page + 1)));
        }
        assertFailsWithin(12);
    }

    @Test
    void a_failed_listing_never_ends_as_if_it_were_whole() {
        chain("", "p=1");
        chain("p=1", "p=1");
        Iterator<Tag> iterator = registry.tags().iterator();
        iterator.next();

        for (int attempt = 0; attempt < 3; attempt++) {
            assertThatExceptionOfType(IncompleteListingException.class).isThrownBy(() -> readToTheEnd(iterator));
        }
    }

    private static void readToTheEnd(Iterator<Tag> iterator) {
        while (iterator.hasNext()) {
            iterator.next();
        }
    }

    private void assertFailsWithin(int requests) {
        assertThatExceptionOfType(IncompleteListingException.class)
                .isThrownBy(registry.tags()::toList)
                .withMessageContaining(TAGS);
        assertThat(registry.asked()).hasSizeLessThanOrEqualTo(requests);
    }

    /** A page of its own names under a query that links to another query. */
    private void chain(String query, String next) {
        String name = "of-" + query.replace('=', '-');
        registry.page(TAGS + (query.isEmpty() ? "" : "?" + query), Names.tags(List.of(name)), link(next));
    }

    private static String link(String query) {
        return "<" + TAGS + (query.isEmpty() ? "" : "?" + query) + ">; rel=\"next\"";
    }
}
