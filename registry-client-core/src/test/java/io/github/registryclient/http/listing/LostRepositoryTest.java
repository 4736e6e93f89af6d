package io.github.registryclient.http.listing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.github.registryclient.http.listing.Names.texts;
import static io.github.registryclient.http.listing.PlayedRegistry.CATALOG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.name.RepositoryName;
import java.util.Iterator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repositories that a catalog loses at a page boundary, beside their children, are found by looking them up. */
class LostRepositoryTest {
    private static final String FIRST = CATALOG + "?n=1000";
    private static final String SECOND = CATALOG + "?last=x";

    @RegisterExtension
    static final PlayedRegistry registry = new PlayedRegistry();

    @BeforeEach
    void p088_exists() {
        registry.page("/v2/p088/tags/list", "{\"name\":\"p088\",\"tags\":[\"1\"]}");
    }

    @Test
    void an_ancestor_of_a_page_s_last_name_is_found() {
        pages(Names.repositories("p087", "p088/1"), Names.repositories("p089"));

        assertThat(texts(registry.repositories())).containsExactly("p087", "p088/1", "p088", "p089");
        assertThat(registry.asked()).containsExactly(FIRST, SECOND, "/v2/p088/tags/list");
    }

    @Test
    void an_ancestor_is_found_though_nothing_stands_behind_the_boundary() {
        pages(Names.repositories("p087", "p088/1"), "{\"repositories\":[]}");

        assertThat(texts(registry.repositories())).containsExactly("p087", "p088/1", "p088");
    }

    @Test
    void an_ancestor_of_a_page_s_first_name_is_found() {
        pages(Names.repositories("p087"), Names.repositories("p088/1", "p089"));

        assertThat(texts(registry.repositories())).containsExactly("p087", "p088", "p088/1", "p089");
    }

    @Test
    void every_level_is_looked_up_once() {
        registry.page("/v2/a/tags/list", "{\"name\":\"a\",\"tags\":[\"1\"]}");
        registry.refuse("/v2/a/b/tags/list", 404, "NAME_UNKNOWN");
        registry.page("/v2/a/b/c/tags/list", "{\"name\":\"a/b/c\",\"tags\":[\"1\"]}");
        pages(Names.repositories("a/b/c/1"), Names.repositories("a/b/c/2", "a/b/c/3"));

        assertThat(texts(registry.repositories())).containsExactly("a/b/c/1", "a", "a/b/c", "a/b/c/2", "a/b/c/3");
        assertThat(registry.asked()).doesNotHaveDuplicates().hasSize(5);
    }

    @Test
    void listed_ancestors_are_not_looked_up_be_they_before_or_behind_the_boundary() {
        pages(Names.repositories("a", "a/b", "p088/1"), Names.repositories("p088", "p089"));
        assertThat(texts(registry.repositories())).containsExactly("a", "a/b", "p088/1", "p088", "p089");
        assertThat(registry.asked()).containsExactly(FIRST, SECOND);
    }

    @Test
    void a_catalog_of_one_page_needs_no_look_up() {
        registry.page(FIRST, Names.repositories("p087", "p088/1"));

        assertThat(texts(registry.repositories())).containsExactly("p087", "p088/1");
        assertThat(registry.asked()).containsExactly(FIRST);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404})
    void a_name_that_is_refused_is_not_there(int status) {
        registry.refuse("/v2/p088/tags/list", status, "BAD_REQUEST");
        pages(Names.repositories("p088/1"), Names.repositories("p089"));

        assertThat(texts(registry.repositories())).containsExactly("p088/1", "p089");
    }

    @Test
    void a_404_of_any_kind_is_not_there_and_neither_is_a_name_without_tags() {
        registry.answer("/v2/p088/tags/list", aResponse().withStatus(404).withBody("404 page not found"));
        registry.page("/v2/q/tags/list", "{\"name\":\"q\",\"tags\":null}");
        pages(Names.repositories("p088/1", "q/1"), Names.repositories("r"));

        assertThat(texts(registry.repositories())).containsExactly("p088/1", "q/1", "r");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void another_failure_of_a_look_up_fails_the_listing_and_loses_no_page(int status) {
        registry.refuse("/v2/p088/tags/list", status, "UNKNOWN");
        pages(Names.repositories("p088/1"), Names.repositories("p089"));
        Iterator<RepositoryName> iterator = registry.repositories().iterator();
        assertThat(iterator.next()).hasToString("p088/1");
        assertThatExceptionOfType(ErrorResponseException.class).isThrownBy(iterator::hasNext);

        registry.page("/v2/p088/tags/list", "{\"name\":\"p088\",\"tags\":[\"1\"]}");

        assertThat(iterator).toIterable().map(RepositoryName::toString).containsExactly("p088", "p089");
    }

    private void pages(String first, String second) {
        registry.page(FIRST, first, "<" + SECOND + ">; rel=next");
        registry.page(SECOND, second);
    }
}
