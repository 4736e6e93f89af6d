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

/** A page of exactly n names without link proves no end: the listing is asked for once more without n. */
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
    void the_same_answer_without_n_proves_the_end_whatever_its_order() {
        registry.page(TAGS + "?n=3", Names.tags("a", "b", "c"));
        registry.page(TAGS, Names.tags("c", "a", "b"));

        assertThat(texts(registry.tags().withPageSize(3))).containsExactly("a", "b", "c");
        assertThat(registry.asked()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"tags\":[\"a\",\"b\"]}",
                "{\"tags\":[]}",
                "{\"tags\":[\"a\",\"b\",\"d\"]}",
                "{\"tags\":[\"d\",\"e\",\"f\"]}"
            })
    void a_shorter_or_different_answer_proves_nothing(String json) {
        registry.page(TAGS + "?n=3", Names.tags("a", "b", "c"));
        registry.page(TAGS, json);

        assertThatExceptionOfType(IncompleteListingException.class)
                .isThrownBy(registry.tags().withPageSize(3)::toList)
                .withMessageContaining("cannot be proven");
    }

    /** Nexus sends null entries, and its groups send no links; nobody knows whether a null counts among the n. */
    @ParameterizedTest
    @ValueSource(
            strings = {"{\"tags\":[\"a\",null,\"b\",null]}", "{\"tags\":[\"a\",null]}", "{\"tags\":[\"a\",\"a\",\"b\"]}"
            })
    void a_page_that_is_full_with_or_without_what_does_not_count_is_asked_for_again(String json) {
        registry.page(TAGS + "?n=2", json);
        registry.page(TAGS, Names.tags("a", "b", "c"));

        assertThat(texts(registry.tags().withPageSize(2).toList())).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void a_refusal_to_list_without_n_is_no_proof_and_no_missing_repository() {
        registry.page(TAGS + "?n=1", Names.tags("a"));
        registry.refuse(TAGS, 404, "NAME_UNKNOWN");

        assertThatExceptionOfType(IncompleteListingException.class)
                .isThrownBy(registry.tags().withPageSize(1)::toList)
                .withMessageContaining("NAME_UNKNOWN");
    }

    @Test
    void an_answer_without_n_that_has_links_is_followed_to_its_end() {
        registry.page(TAGS + "?n=2", Names.tags("a", "b"));
        registry.page(TAGS, Names.tags("a"), "<" + TAGS + "?last=a>; rel=next");
        registry.page(TAGS + "?last=a", Names.tags("b", "c"));

        assertThat(texts(registry.tags().withPageSize(2).toList())).containsExactly("a", "b", "c");
    }

    @Test
    void a_full_last_page_behind_a_cursor_of_the_registry_s_own_kind_needs_no_proof() {
        registry.page(TAGS + "?n=2", Names.tags("a", "b"), "<" + TAGS + "?next_page=x>; rel=next");
        registry.page(TAGS + "?next_page=x", Names.tags("c", "d"));

        assertThat(texts(registry.tags().withPageSize(2))).containsExactly("a", "b", "c", "d");
        assertThat(registry.asked()).hasSize(2);
    }

    @Test
    void a_full_last_page_behind_a_cursor_that_ignores_another_size_is_the_end() {
        registry.page(TAGS + "?n=2", Names.tags("a", "b"), "<" + TAGS + "?n=2&next_page=x>; rel=next");
        registry.page(TAGS + "?n=2&next_page=x", Names.tags("c", "d"));
        registry.page(TAGS + "?n=1&next_page=x", Names.tags("c", "d"));

        assertThat(texts(registry.tags().withPageSize(2))).containsExactly("a", "b", "c", "d");
        assertThat(registry.asked()).hasSize(3);
    }

    @Test
    void a_full_later_page_that_hides_what_follows_is_found_out() {
        registry.page(TAGS + "?n=2", Names.tags("a", "b"), "<" + TAGS + "?n=2&last=b>; rel=next");
        registry.page(TAGS + "?n=2&last=b", Names.tags("c", "d"));
        registry.page(TAGS + "?n=1&last=b", Names.tags("c"), "<" + TAGS + "?n=1&last=c>; rel=next");
        registry.page(TAGS + "?n=1&last=c", Names.tags("d"), "<" + TAGS + "?n=1&last=d>; rel=next");
        registry.page(TAGS + "?n=1&last=d", Names.tags("e"));
        registry.page(TAGS + "?n=2&last=d", Names.tags("e"));

        assertThat(texts(registry.tags().withPageSize(2))).containsExactly("a", "b", "c", "d", "e");
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
}
