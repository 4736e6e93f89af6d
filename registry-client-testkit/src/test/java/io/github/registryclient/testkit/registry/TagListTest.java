package io.github.registryclient.testkit.registry;

import static io.github.registryclient.testkit.registry.TestClient.HELLO;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "Listing Tags", and Docker's catalog, which pages alike. */
class TagListTest {
    private static final String LIST = "/v2/a/tags/list";

    private final TestClient client = TestClient.ofEmptyRegistry();

    @BeforeEach
    void push() {
        client.pushHello("a");
        for (String tag : new String[] {"b", "1.10", "B", "a", "1.9"}) {
            client.pushImage("a", tag, ManifestText.image(HELLO, "")).requireStatus(201);
        }
    }

    @Test
    void tags_are_in_ascii_order() {
        Answer answer = client.get(LIST);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.body()).isEqualTo("{\"name\":\"a\",\"tags\":[\"1.10\",\"1.9\",\"B\",\"a\",\"b\"]}");
        assertThat(answer.header("Link")).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?n=2 | 1.10 1.9 | </v2/a/tags/list?n=2&last=1.9>; rel=\"next\"",
                "?n=2&last=1.9 | B a | </v2/a/tags/list?n=2&last=a>; rel=\"next\"",
                "?n=2&last=a | b | none",
                "?n=5 | 1.10 1.9 B a b | none",
                "?last=B | a b | none",
                "?last=AA | B a b | none",
                "?n=99999999999&last=a | b | none",
            })
    void a_page_begins_behind_last_and_links_to_more(String query, String tags, String link) {
        Answer answer = client.get(LIST + query);

        assertThat(answer.body()).isEqualTo("{\"name\":\"a\",\"tags\":[\"" + tags.replace(" ", "\",\"") + "\"]}");
        assertThat(answer.header("Link")).isEqualTo(link);
    }

    @Test
    void nothing_follows_the_last_tag() {
        assertThat(client.get(LIST + "?last=b").body()).isEqualTo("{\"name\":\"a\",\"tags\":[]}");
    }

    @Test
    void a_page_of_nothing_has_no_link() {
        Answer answer = client.get(LIST + "?n=0");

        assertThat(answer.body()).isEqualTo("{\"name\":\"a\",\"tags\":[]}");
        assertThat(answer.header("Link")).isEqualTo("none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "", "1.5", "9999999999999999999"})
    void a_page_size_that_is_no_number_is_refused(String n) {
        assertThat(client.get(LIST + "?n=" + n).status()).isEqualTo(400);
    }

    @Test
    void a_repository_without_tags_has_an_empty_list_and_an_unknown_one_none() {
        client.pushHello("untagged");

        assertThat(client.get("/v2/untagged/tags/list").body()).isEqualTo("{\"name\":\"untagged\",\"tags\":[]}");
        Answer unknown = client.get("/v2/unknown/tags/list");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.body()).contains("\"code\":\"NAME_UNKNOWN\"");
    }

    @Test
    void repositories_are_listed_alike() {
        client.pushHello("a/b");
        client.pushHello("a-b");

        assertThat(client.get("/v2/_catalog").body()).isEqualTo("{\"repositories\":[\"a\",\"a-b\",\"a/b\"]}");
        Answer page = client.get("/v2/_catalog?n=1&last=a-b");
        assertThat(page.body()).isEqualTo("{\"repositories\":[\"a/b\"]}");
        assertThat(page.header("Link")).isEqualTo("none");
        assertThat(client.get("/v2/_catalog?n=2").header("Link"))
                .isEqualTo("</v2/_catalog?n=2&last=a-b>; rel=\"next\"");
    }

    @Test
    void an_empty_registry_has_an_empty_catalog() {
        assertThat(TestClient.ofEmptyRegistry().get("/v2/_catalog").body()).isEqualTo("{\"repositories\":[]}");
    }
}
