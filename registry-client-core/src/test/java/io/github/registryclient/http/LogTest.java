package io.github.registryclient.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What users find in their log: warnings of the registry, and entries that a listing left out. */
class LogTest extends WireMockRegistry {

    @Test
    void a_warning_of_the_registry_is_logged_once() {
        on(head(manifest(tag)), theManifest().withHeader("Warning", "299 - \"this {0} is \\\"old\\\"\""));
        try (CapturedLog log = new CapturedLog("io.github.registryclient.http.warning", server.baseUrl())) {
            client.getManifestDigest(app, tag);
            client.getManifestDigest(app, tag);

            assertThat(log.lines()).containsExactly("WARNING: " + server.baseUrl() + " warns: this {0} is \"old\"");
        }
    }

    @Test
    void entries_left_out_of_a_listing_are_noted_once_for_each_page() {
        on(get(APP + "/tags/list"), plain(200, "application/json", "{\"tags\":[\"a\",null,null,\"sha256:00\",\"b\"]}"));
        try (CapturedLog log = new CapturedLog("io.github.registryclient.http.listing", server.baseUrl())) {
            assertThat(client.listTags(app).toList()).hasSize(2);

            assertThat(log.lines())
                    .containsExactly("FINE: 3 entries of \"tags\" left out: 2 null, 1 that are no names ("
                            + server.baseUrl() + APP + "/tags/list)");
        }
    }

    @Test
    void a_page_of_names_alone_is_not_worth_a_line() {
        on(get(APP + "/tags/list"), plain(200, "application/json", "{\"tags\":[\"a\",\"a\"]}"));
        try (CapturedLog log = new CapturedLog("io.github.registryclient.http.listing", server.baseUrl())) {
            assertThat(client.listTags(app).toList()).hasSize(1);
            assertThat(log.lines()).isEmpty();
        }
    }
}
