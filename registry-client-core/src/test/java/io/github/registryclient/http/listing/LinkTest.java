package io.github.registryclient.http.listing;

import static io.github.registryclient.http.listing.Names.texts;
import static io.github.registryclient.http.listing.PlayedRegistry.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.registryclient.error.IncompleteListingException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links as servers send them lead to the next page of the same listing at the same registry, and nowhere else. */
class LinkTest {
    @RegisterExtension
    static final PlayedRegistry registry = new PlayedRegistry();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</v2/app/tags/list?last=b&n=2>; rel=\"next\"",
                "</v2/app/tags/list?last=b&n=2>; rel=next",
                "</v2/app/tags/list?last=b&n=2>;REL=\"NEXT\"",
                "</v2/app/tags/list?last=b&n=2>; title=\"a, b\"; rel=\"prev next\"",
                "<?last=b&n=2>; rel=\"next\"",
                "<list?last=b&n=2>; rel=\"next\"",
                "/v2/app/tags/list?last=b&n=2; rel=\"next\"",
                "<https://registry.invalid/v2/app/tags/list?last=b&n=2>; rel=\"next\"",
                "<http://127.0.0.1:1/v2/app/tags/list?last=b&n=2>; rel=\"next\"",
                "<//other.invalid/v2/app/tags/list?last=b&n=2>; rel=\"next\"",
                "<http://user:secret@other.invalid/v2/app/tags/list?last=b&n=2>; rel=\"next\"",
                "</repository/docker/v2/app/tags/list?last=b&n=2>; rel=\"next\"",
                "</v2/tags/list?last=b&n=2>; rel=\"next\"",
                "</v2/another/manifests/latest?last=b&n=2>; rel=\"next\"",
                "</v2/../../admin?last=b&n=2>; rel=\"next\"",
                "</v2/app/tags/list?last=b&n=2#fragment>; rel=\"next\"",
                "</v2/app/tags/list>; rel=\"first\", </v2/app/tags/list?last=b&n=2>; rel=\"next\"",
                "</v2/app/tags/list?last=b&n=2>; rel=\"next\", </v2/app/tags/list?last=x>; rel=\"last\""
            })
    void only_the_query_of_a_link_is_followed(String link) {
        registry.page(TAGS, Names.tags("a", "b"), link);
        registry.page(TAGS + "?last=b&n=2", Names.tags("c"));

        assertThat(texts(registry.tags())).containsExactly("a", "b", "c");
        assertThat(registry.asked()).containsExactly(TAGS, TAGS + "?last=b&n=2");
    }

    @Test
    void a_link_in_a_second_header_is_found_and_one_that_is_repeated_is_followed_once() {
        registry.page(
                TAGS,
                Names.tags("a"),
                "</>; rel=\"self\"",
                "<" + TAGS + "?last=a>; rel=\"next\"",
                "<" + TAGS + "?last=a>; rel=\"next\"");
        registry.page(TAGS + "?last=a", Names.tags("b"));

        assertThat(texts(registry.tags())).containsExactly("a", "b");
        assertThat(registry.asked()).hasSize(2);
    }

    @Test
    void of_two_next_links_the_first_counts() {
        registry.page(TAGS, Names.tags("a"), "<" + TAGS + "?last=a>; rel=next, <" + TAGS + "?last=z>; rel=next");
        registry.page(TAGS + "?last=a", Names.tags("b"));

        assertThat(texts(registry.tags())).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "<>",
                "</v2/app/tags/list?last=b>",
                "</v2/app/tags/list?last=b>; rel=prev",
                "</v2/app/tags/list?last=b>; rel=\"nextish\"",
                "</v2/app/tags/list?last=b>; title=\"rel=next\""
            })
    void what_is_no_link_to_a_next_page_ends_the_listing(String link) {
        registry.page(TAGS, Names.tags("a"), link);

        assertThat(texts(registry.tags())).containsExactly("a");
        assertThat(registry.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</v2/app/tags/list?last=a>; title=\"x; rel=\"next\"",
                "</v2/app/tags/list?last=a>; rel*=UTF-8''next",
                "</v2/app/tags/list?last=a>; rel=\"ne",
                "</v2/app/tags/list?la",
                "</v2/app/tags/list?last=a>, rel=\"next\"",
                "</v2/app/tags/list?last=a> rel=\"next\"",
                "</v2/app/tags/list?last=a>: rel=next",
                "</v2/app/tags/list?last=a>; x rel=\"next\"",
                "</v2/app/tags/list?last=a>; rel:next",
                "</v2/app/tags/list?last=a>; 'rel'='next'",
                "</v2/app/tags/list?last=a>b>; rel=\"next\"",
                "</v2/app/tags/list>; rel=\"prev\", </v2/app/tags/list?last=a> rel=next"
            })
    void a_link_that_cannot_be_read_is_no_end(String link) {
        registry.page(TAGS, Names.tags("a"), link);

        assertThatExceptionOfType(IncompleteListingException.class)
                .isThrownBy(registry.tags()::toList)
                .withMessageContaining("Link");
        assertThatExceptionOfType(IncompleteListingException.class)
                .isThrownBy(registry.client(settings -> settings.pagination(page -> Optional.empty()))
                        .listTags("app")::toList);
    }

    @Test
    void a_short_page_with_link_is_no_end_and_an_empty_page_behind_the_last_is_none_either() {
        registry.page(TAGS + "?n=5", Names.tags("a"), "<" + TAGS + "?n=5&last=a>; rel=next");
        registry.page(TAGS + "?n=5&last=a", "{\"name\":\"app\",\"tags\":[]}", "<" + TAGS + "?n=5&last=b>; rel=next");
        registry.page(TAGS + "?n=5&last=b", Names.tags("c"), "<" + TAGS + "?n=5&last=c>; rel=next");
        registry.page(TAGS + "?n=5&last=c", "{\"name\":\"app\",\"tags\":null}");

        assertThat(registry.tags().withPageSize(5).pages())
                .extracting(Names::texts)
                .containsExactly(List.of("a"), List.of("c"));
        assertThat(registry.asked()).hasSize(4);
    }
}
