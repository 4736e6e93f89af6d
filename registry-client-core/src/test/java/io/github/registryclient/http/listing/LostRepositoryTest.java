package io.github.registryclient.http.listing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.github.registryclient.http.listing.Names.texts;
import static io.github.registryclient.http.listing.PlayedRegistry.CATALOG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.IncompleteListingException;
import io.github.registryclient.name.RepositoryName;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    @CsvSource({
        "404, NAME_UNKNOWN",
        "404, NOT_FOUND",
        "404, NAME_INVALID",
        "400, BAD_REQUEST",
        "400, NAME_INVALID",
        "401, UNAUTHORIZED",
        "403, DENIED"
    })
    void a_name_that_the_registry_refuses_in_its_own_words_is_not_there(int status, String code) {
        registry.refuse("/v2/p088/tags/list", status, code);
        pages(Names.repositories("p088/1"), Names.repositories("p089"));

        assertThat(texts(registry.repositories())).containsExactly("p088/1", "p089");
    }

    @ParameterizedTest
    @CsvSource({
        "404, text/plain, default backend - 404",
        "404, text/plain, 404 page not found",
        "404, text/html, <html>not here</html>",
        "403, text/html, <html>blocked</html>",
        "401, text/html, <html>log in</html>",
        "400, text/html, <html>no</html>",
        "401, application/json, {\"message\":\"Unauthorized\"}",
        "404, application/json, {}",
        "404, text/html, '{\"errors\":[{\"code\":\"NAME_UNKNOWN\"}]}'",
        "404, application/json, '{\"errors\":[{\"code\":\"UNSUPPORTED\"}]}'",
        "404, application/json, '{\"errors\":[{\"message\":\"route not found\"}]}'",
        "404, application/json, '{\"errors\":[{\"status\":\"404\",\"title\":\"Not Found\"}]}'"
    })
    void an_answer_that_is_not_the_registrys_own_says_nothing_and_fails_the_listing(
            int status, String type, @Nullable String body) {
        ResponseDefinitionBuilder answer =
                aResponse().withStatus(status).withHeader("Docker-Distribution-Api-Version", "registry/2.0");
        registry.answer(
                "/v2/p088/tags/list",
                body == null ? answer : answer.withHeader("Content-Type", type).withBody(body));
        pages(Names.repositories("p087", "p088/1"), Names.repositories("p088/2", "q"));

        assertThatExceptionOfType(IncompleteListingException.class)
                .isThrownBy(registry.repositories()::toList)
                .withMessageContaining("p088");
    }

    /** Gitea's 404 to a path that holds no image, and Artifactory's. */
    @ParameterizedTest
    @ValueSource(strings = {"", "{\"errors\":[{\"status\":404,\"message\":\"File not found.\"}]}"})
    void a_404_without_code_is_a_no_where_registries_are_known_to_say_it_so(String body) {
        registry.answer(
                "/v2/p088/tags/list",
                aResponse()
                        .withStatus(404)
                        .withHeader("Docker-Distribution-Api-Version", "registry/2.0")
                        .withHeader("Content-Length", String.valueOf(body.length()))
                        .withBody(body));
        pages(Names.repositories("p088/1"), Names.repositories("q"));

        assertThat(texts(registry.repositories())).containsExactly("p088/1", "q");
        assertThat(registry.asked()).contains("/v2/p088/tags/list");
    }

    @Test
    void an_empty_404_that_does_not_say_it_is_empty_may_have_been_cut_and_fails_the_listing() {
        registry.answer(
                "/v2/p088/tags/list",
                aResponse()
                        .withStatus(404)
                        .withHeader("Docker-Distribution-Api-Version", "registry/2.0")
                        .withHeader("Transfer-Encoding", "chunked"));
        pages(Names.repositories("p088/1"), Names.repositories("q"));

        assertThatExceptionOfType(IncompleteListingException.class)
                .isThrownBy(registry.repositories()::toList)
                .withMessageContaining("p088");
    }

    @Test
    void a_name_without_tags_is_not_there() {
        registry.page("/v2/p088/tags/list", "{\"name\":\"p088\",\"tags\":null}");
        pages(Names.repositories("p088/1"), Names.repositories("q"));

        assertThat(texts(registry.repositories())).containsExactly("p088/1", "q");
        assertThat(registry.asked()).contains("/v2/p088/tags/list");
    }

    @Test
    void a_full_page_proven_by_the_same_answer_has_no_boundary_to_look_at() {
        registry.page(CATALOG + "?n=2", Names.repositories("p087", "p088/1"));
        registry.page(CATALOG, Names.repositories("p088/1", "p087"));

        assertThat(texts(registry.repositories().withPageSize(2))).containsExactly("p087", "p088/1");
        assertThat(registry.asked()).containsExactly(CATALOG + "?n=2", CATALOG);
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
