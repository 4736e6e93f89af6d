package io.github.registryclient.http.listing;

import static io.github.registryclient.http.listing.Names.texts;
import static io.github.registryclient.http.listing.PlayedRegistry.CATALOG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.registryclient.error.CatalogUnavailableException;
import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.error.NotARegistryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page of the catalog may hold, and catalogs that are not to be had. */
class RepositoryPageTest {
    private static final ResponseDefinitionBuilder PLAIN_404 = WireMock.aResponse()
            .withStatus(404)
            .withHeader("Content-Type", "text/plain")
            .withBody("404 page not found");

    @RegisterExtension
    static final PlayedRegistry registry = new PlayedRegistry();

    @Test
    void repositories_are_asked_for_by_the_thousand() {
        registry.page(CATALOG + "?n=1000", Names.repositories("team/app", "app"));

        assertThat(texts(registry.repositories())).containsExactly("team/app", "app");
        assertThat(registry.asked()).containsExactly(CATALOG + "?n=1000");
    }

    @Test
    void escaped_slashes_are_slashes_and_no_second_name() {
        registry.page(CATALOG + "?n=1000", Names.repositories("a\\/b", "a/b", "\\u0061/b", "a\\u002Fb"));

        assertThat(texts(registry.repositories())).containsExactly("a/b");
    }

    @Test
    void names_against_the_grammar_stay_usable() {
        registry.page(CATALOG + "?n=1000", Names.repositories("Upper/Case", "_old", "a b"));
        registry.page("/v2/a%20b/tags/list", "{\"name\":\"a b\",\"tags\":[\"1\"]}");

        assertThat(texts(registry.repositories())).containsExactly("Upper/Case", "_old", "a b");
        assertThat(texts(registry.client(settings -> settings)
                        .listTags(registry.repositories().toList().get(2))))
                .containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../etc", "a//b", "/a", "a/", "a/./b", "a\\\\b", "a\\nb", ""})
    void a_name_that_could_do_harm_fails_the_page(String name) {
        registry.page(CATALOG + "?n=1000", Names.repositories("good", name));

        assertThatExceptionOfType(InvalidResponseException.class).isThrownBy(registry.repositories()::toList);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"repositories\":[]}", "{\"repositories\":null}"})
    void an_empty_catalog_is_an_empty_listing(String json) {
        registry.page(CATALOG + "?n=1000", json);

        assertThat(registry.repositories().toList()).isEmpty();
    }

    @Test
    void an_object_that_says_nothing_is_no_empty_catalog() {
        registry.page(CATALOG + "?n=1000", "{}");

        assertThatExceptionOfType(InvalidResponseException.class)
                .isThrownBy(registry.repositories()::toList)
                .withMessageContaining("\"repositories\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 405})
    void a_catalog_that_is_not_to_be_had_says_what_to_do(int status) {
        registry.refuse(CATALOG + "?n=1000", status, "UNSUPPORTED");
        registry.refuse(CATALOG, status, "UNSUPPORTED");

        assertThatExceptionOfType(CatalogUnavailableException.class)
                .isThrownBy(registry.repositories()::toList)
                .withMessageContaining("name the repositories yourself")
                .matches(refusal -> refusal.status() == status);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 401, 500})
    void a_plain_text_404_where_the_root_is_a_registry_s_is_a_registry_without_catalog(int status) {
        registry.answer(CATALOG + "?n=1000", PLAIN_404);
        registry.answer("/v2/", WireMock.aResponse().withStatus(status));

        assertThatExceptionOfType(CatalogUnavailableException.class)
                .isThrownBy(registry.repositories()::toList)
                .withMessageContaining("name the repositories yourself")
                .withMessageContaining("check scheme, host, port and path");
        assertThat(registry.asked()).containsExactly(CATALOG + "?n=1000", "/v2/");
    }

    @Test
    void a_plain_text_404_where_the_root_is_not_there_either_is_no_registry() {
        registry.answer(CATALOG + "?n=1000", PLAIN_404);
        registry.answer("/v2/", PLAIN_404);

        assertThatExceptionOfType(NotARegistryException.class)
                .isThrownBy(registry.repositories()::toList)
                .withMessageContaining("host, port and path");
    }

    @Test
    void a_404_in_the_registry_s_own_words_needs_no_look_at_its_root() {
        registry.refuse(CATALOG + "?n=1000", 404, "UNSUPPORTED");

        assertThatExceptionOfType(CatalogUnavailableException.class)
                .isThrownBy(registry.repositories()::toList)
                .withMessageNotContaining("host, port and path");
        assertThat(registry.asked()).hasSize(1);
    }

    @Test
    void a_page_for_people_with_404_is_no_registry() {
        registry.answer(
                CATALOG + "?n=1000",
                WireMock.aResponse()
                        .withStatus(404)
                        .withHeader("Content-Type", "text/html")
                        .withBody("<html>"));

        assertThatExceptionOfType(NotARegistryException.class).isThrownBy(registry.repositories()::toList);
    }
}
