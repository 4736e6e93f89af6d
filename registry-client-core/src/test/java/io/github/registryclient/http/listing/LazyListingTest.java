package io.github.registryclient.http.listing;

import static io.github.registryclient.http.listing.Names.texts;
import static io.github.registryclient.http.listing.PlayedRegistry.CATALOG;
import static io.github.registryclient.http.listing.PlayedRegistry.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.registryclient.Listing;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Listings are lazy: nothing is asked before it is wanted, and nothing beyond. */
class LazyListingTest {
    @RegisterExtension
    static final PlayedRegistry registry = new PlayedRegistry();

    @BeforeEach
    void two_pages_each() {
        registry.page(TAGS, Names.tags("a", "b"), "<" + TAGS + "?last=b>; rel=next");
        registry.page(TAGS + "?last=b", Names.tags("c"));
        registry.page(CATALOG + "?n=1000", Names.repositories("t/a"), "<" + CATALOG + "?last=a>; rel=next");
        registry.page(CATALOG + "?last=a", Names.repositories("u"));
        registry.refuse("/v2/t/tags/list", 404, "NAME_UNKNOWN");
    }

    @Test
    void nothing_is_asked_before_the_first_entry_is_wanted() {
        Listing<Tag> tags = registry.tags();
        Iterator<Tag> iterator = tags.iterator();
        assertThat((Object) tags.withPageSize(3).stream()).isNotNull();
        assertThat((Object) tags.pages().iterator()).isNotNull();
        assertThat((Object) registry.repositories().iterator()).isNotNull();
        assertThat(registry.asked()).isEmpty();

        assertThat(iterator.hasNext()).isTrue();
        assertThat(iterator.hasNext()).isTrue();
        assertThat(registry.asked()).containsExactly(TAGS);
    }

    @Test
    void a_page_is_asked_for_when_its_first_entry_is_wanted() {
        Iterator<Tag> iterator = registry.tags().iterator();
        iterator.next();
        iterator.next();
        assertThat(registry.asked()).containsExactly(TAGS);

        iterator.next();
        assertThat(registry.asked()).containsExactly(TAGS, TAGS + "?last=b");
        assertThat(iterator.hasNext()).isFalse();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(iterator::next);
        assertThat(registry.asked()).hasSize(2);
    }

    @Test
    void a_page_of_the_catalog_asks_for_no_other_page_and_looks_nothing_up() {
        Iterator<List<RepositoryName>> pages = registry.repositories().pages().iterator();

        assertThat(texts(pages.next())).containsExactly("t/a");
        assertThat(registry.asked()).containsExactly(CATALOG + "?n=1000");
        assertThat(texts(pages.next())).containsExactly("u");
        assertThat(registry.asked()).hasSize(3);
    }

    @Test
    void a_stream_that_stops_asks_for_no_more() {
        assertThat(registry.tags().stream().limit(2).collect(Collectors.toList()))
                .hasSize(2);
        assertThat(registry.tags().stream().anyMatch(Tag.of("a")::equals)).isTrue();

        assertThat(registry.asked()).containsExactly(TAGS, TAGS);
    }

    @Test
    void each_iteration_asks_anew_and_sees_what_is_new() {
        Listing<Tag> tags = registry.tags();
        assertThat(texts(tags)).containsExactly("a", "b", "c");

        registry.page(TAGS, Names.tags("z"));

        assertThat(texts(tags)).containsExactly("z");
        assertThat(registry.asked()).containsExactly(TAGS, TAGS + "?last=b", TAGS);
    }

    @Test
    void pages_are_unmodifiable() {
        List<Tag> page = registry.tags().pages().iterator().next();

        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> page.remove(0));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> page.add(Tag.of("x")));
    }
}
