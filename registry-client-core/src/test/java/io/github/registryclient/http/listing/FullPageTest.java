package io.github.registryclient.http.listing;

import static io.github.registryclient.http.listing.Names.concat;
import static io.github.registryclient.http.listing.Names.count;
import static io.github.registryclient.http.listing.Names.texts;
import static io.github.registryclient.http.listing.PlayedRegistry.CATALOG;
import static io.github.registryclient.http.listing.PlayedRegistry.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.registryclient.error.IncompleteListingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of exactly n names without link proves no end: it is asked without n, and what follows the last entry. */
class FullPageTest {
    @RegisterExtension
    static final PlayedRegistry registry = new PlayedRegistry();

    @Test
    void the_longer_answer_without_n_counts_and_gives_each_name_once() {
        registry.page(CATALOG + "?n=1000", Names.repositories(count("r", 500, 1500)));
        registry.page(CATALOG, Names.repositories(count("r", 0, 2345)));

        assertThat(texts(registry.repositories()))
                .isEqualTo(concat(count("r", 500, 1500), concat(count("r", 0, 500), count("r", 1500, 2345))));
        assertThat(registry.asked()).containsExactly(CATALOG + "?n=1000", CATALOG);
    }

    @Test
    void the_same_answer_without_n_proves_the_end_whatever_its_order_where_cursors_are_ignored() {
        registry.page(TAGS + "?n=3", Names.tags("a", "b", "c"));
        registry.page(TAGS, Names.tags("c", "a", "b"));
        registry.page(TAGS + "?n=3&last=c", Names.tags("a", "b", "c"));

        assertThat(texts(registry.tags().withPageSize(3))).containsExactly("a", "b", "c");
        assertThat(registry.asked()).containsExactly(TAGS + "?n=3", TAGS, TAGS + "?n=3&last=c");
    }

    @Test
    void the_same_answer_without_n_proves_nothing_where_more_follows_the_last_entry() {
        registry.page(CATALOG + "?n=2", Names.repositories("a", "b"));
        registry.page(CATALOG, Names.repositories("a", "b"));
        registry.page(CATALOG + "?n=2&last=b", Names.repositories("c", "d"));
        registry.page(CATALOG + "?n=2&last=d", Names.repositories("e/f"));

        assertThat(texts(registry.repositories().withPageSize(2))).containsExactly("a", "b", "c", "d", "e/f");
    }

    @Test
    void nothing_behind_the_last_entry_proves_the_end() {
        registry.page(TAGS + "?n=2", Names.tags("a", "b&c"));
        registry.page(TAGS, Names.tags("a"));
        registry.page(TAGS + "?n=2&last=b%26c", "{\"tags\":null}");

        assertThat(texts(registry.tags().withPageSize(2))).containsExactly("a", "b&c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"tags\":[\"a\",\"b\"]}",
                "{\"tags\":[]}",
                "{\"tags\":[\"a\",\"b\",\"d\"]}",
                "{\"tags\":[\"d\",\"e\",\"f\"]}"
            })
    void a_shorter_or_different_answer_proves_nothing_where_cursors_are_ignored(String json) {
        registry.page(TAGS + "?n=3", Names.tags("a", "b", "c"));
        registry.page(TAGS, json);
        registry.page(TAGS + "?n=3&last=c", Names.tags("a", "b", "c"));

        assertThatExceptionOfType(IncompleteListingException.class)
                .isThrownBy(registry.tags().withPageSize(3)::toList)
                .withMessageContaining("cannot be proven");
    }

    @Test
    void refusals_to_list_without_n_and_behind_an_entry_are_no_proof_and_no_missing_repository() {
        registry.page(TAGS + "?n=1", Names.tags("a"));
        registry.refuse(TAGS, 404, "NAME_UNKNOWN");
        registry.refuse(TAGS + "?n=1&last=a", 404, "NAME_UNKNOWN");

        assertThatExceptionOfType(IncompleteListingException.class)
                .isThrownBy(registry.tags().withPageSize(1)::toList)
                .withMessageContaining("cannot be proven");
    }

    @Test
    void an_answer_without_n_that_has_links_is_followed_to_its_end_where_cursors_are_ignored() {
        registry.page(TAGS + "?n=2", Names.tags("a", "b"));
        registry.page(TAGS, Names.tags("a"), "<" + TAGS + "?next_page=x>; rel=next");
        registry.page(TAGS + "?n=2&last=b", Names.tags("a", "b"));
        registry.page(TAGS + "?next_page=x", Names.tags("b", "c"));

        assertThat(texts(registry.tags().withPageSize(2).toList())).containsExactly("a", "b", "c");
    }

    @Test
    void a_full_last_page_behind_a_link_is_looked_behind_too() {
        registry.page(TAGS + "?n=2", Names.tags("a", "b"), "<" + TAGS + "?n=2&last=b>; rel=next");
        registry.page(TAGS + "?n=2&last=b", Names.tags("c", "d"));
        registry.page(TAGS, Names.tags("a", "b", "c", "d"));
        registry.page(TAGS + "?n=2&last=d", Names.tags("e"));

        assertThat(texts(registry.tags().withPageSize(2))).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void a_registry_that_links_by_its_own_cursors_ends_where_its_links_end() {
        registry.page(TAGS + "?n=2", Names.tags("a", "b"), "<" + TAGS + "?n=2&next_page=x>; rel=next");
        registry.page(TAGS + "?n=2&next_page=x", Names.tags("c", "d"));
        registry.page(TAGS, Names.tags("a", "b"), "<" + TAGS + "?next_page=x>; rel=next");
        registry.page(TAGS + "?n=2&last=d", Names.tags("a", "b"), "<" + TAGS + "?n=2&next_page=x>; rel=next");

        assertThat(texts(registry.tags().withPageSize(2))).containsExactly("a", "b", "c", "d");
    }

    @Test
    void more_or_fewer_names_than_asked_for_need_no_proof() {
        registry.page(TAGS + "?n=3", Names.tags("a", "b"));
        registry.page(TAGS + "?n=4", Names.tags("a", "b", "c", "d", "e"));

        assertThat(texts(registry.tags().withPageSize(3))).hasSize(2);
        assertThat(texts(registry.tags().withPageSize(4))).hasSize(5);
        assertThat(registry.asked()).hasSize(2);
    }

    @Test
    void entries_that_are_no_names_count_as_served() {
        registry.page(TAGS + "?n=3", "{\"tags\":[\"a\",null,\"sha256:00\"]}");
        registry.page(TAGS, Names.tags("a", "b", "c", "d"));

        assertThat(texts(registry.tags().withPageSize(3))).containsExactly("a", "b", "c", "d");
    }

    @Test
    void exactly_ten_thousand_names_without_n_are_a_silent_cut() {
        registry.page(CATALOG + "?n=1000", Names.repositories(count("r", 0, 1000)));
        registry.page(CATALOG, Names.repositories(count("r", 0, 10_000)));

        assertThatExceptionOfType(IncompleteListingException.class)
                .isThrownBy(registry.repositories()::toList)
                .withMessageContaining("10000");
    }
}
