package io.github.registryclient.http.listing;

import static io.github.registryclient.http.listing.Names.texts;
import static io.github.registryclient.http.listing.PlayedRegistry.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.error.NotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page of tags may hold: what registries were seen to send is borne, nothing else is. */
class TagPageTest {
    @RegisterExtension
    static final PlayedRegistry registry = new PlayedRegistry();

    @Test
    void tags_are_asked_for_without_size_and_kept_in_the_order_received() {
        registry.page(TAGS, Names.tags("1.0.48", "latest", "1.0.8", "alias-1"));

        assertThat(texts(registry.tags())).containsExactly("1.0.48", "latest", "1.0.8", "alias-1");
        assertThat(registry.asked()).containsExactly(TAGS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"app\",\"tags\":null}",
                "{\"name\":\"app\",\"tags\":[]}",
                "{\"name\":\"app\"}",
                "{\"tags\":[]}",
                "{\"name\":\"app\",\"tags\":[null,null]}",
                "{\"name\":\"app\",\"tags\":[\"sha256:3fc9b689459d738f8c88a3a48aa9e33542016b7a4052e001aaa536fca74813cb\"]}"
            })
    void a_repository_without_tags_is_an_empty_listing(String json) {
        registry.page(TAGS, json);

        assertThat(registry.tags().toList()).isEmpty();
        assertThat(registry.asked()).hasSize(1);
    }

    @Test
    void null_entries_and_digests_among_the_tags_are_left_out() {
        registry.page(
                TAGS,
                "{\"name\":\"app\",\"tags\":[null,\"a\",\"sha256:3fc9b689459d738f8c88a3a48aa9e33542016b7a4052e001aaa536fca74813cb\","
                        + "\"sha256__3fc9\",null,\"b\"]}");

        assertThat(texts(registry.tags())).containsExactly("a", "sha256__3fc9", "b");
    }

    @Test
    void duplicates_are_dropped_within_a_page_and_against_the_page_before() {
        registry.page(TAGS, Names.tags("a", "b", "a", "c", "b"), "<" + TAGS + "?last=c>; rel=\"next\"");
        registry.page(TAGS + "?last=c", Names.tags("c", "d", "a", "d"));

        assertThat(texts(registry.tags())).containsExactly("a", "b", "c", "d");
    }

    @Test
    void escaped_names_are_the_same_as_unescaped_ones() {
        registry.page(TAGS, "{\"tags\":[\"\\u0061\",\"a\",\"b\\u002ec\",\"b.c\",\"\\u00fc\",\"ü\"],\"name\":\"app\"}");

        assertThat(texts(registry.tags())).containsExactly("a", "b.c", "ü");
    }

    @Test
    void what_else_the_page_tells_is_passed_over() {
        registry.page(
                TAGS,
                "{\"child\":[\"tags\"],\"manifest\":{\"sha256:ab\":{\"tag\":[\"x\"],\"tags\":[\"y\"],\"timeCreatedMs\":\"1\"}},"
                        + "\"name\":\"another\",\"tags\":[\"a\"],\"next\":{\"tags\":[\"z\"]}}");

        assertThat(texts(registry.tags())).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "..", ".", "", "a\\\\b", "a\\u0000b", "a\\u202eb", "\\ud800"})
    void a_name_that_could_do_harm_fails_the_page(String tag) {
        registry.page(TAGS, "{\"name\":\"app\",\"tags\":[\"good\",\"" + tag + "\"]}");

        assertThatExceptionOfType(InvalidResponseException.class)
                .isThrownBy(registry.tags()::toList)
                .withMessageContaining("GET " + registry.url() + TAGS);
    }

    @Test
    void an_unknown_repository_is_not_found() {
        registry.refuse(TAGS, 404, "NAME_UNKNOWN");

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(registry.tags()::toList)
                .matches(refusal -> refusal.response().hasCode("NAME_UNKNOWN"));
        assertThat(registry.asked()).hasSize(1);
    }
}
