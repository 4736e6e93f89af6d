package io.github.registryclient.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.registryclient.Capabilities;
import io.github.registryclient.Capabilities.Deletion;
import io.github.registryclient.Capabilities.Support;
import io.github.registryclient.error.NotARegistryException;
import io.github.registryclient.error.TooManyRequestsException;
import io.github.registryclient.http.server.Samples;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a registry can do, as its answers to harmless questions tell. */
class CapabilitiesTest extends WireMockRegistry {
    private static final String BY_DIGEST = APP + "/manifests/sha256:[0-9a-f]{64}";
    private static final String BY_TAG = APP + "/manifests/probe-[0-9a-f-]{36}";

    @BeforeEach
    void aPlainRegistry() {
        on(any(urlMatching(".*")), refusal(404, "MANIFEST_UNKNOWN"));
        on(
                WireMock.get(urlMatching("/v2/")),
                plain(200, "application/json", "{}").withHeader(API_VERSION, "registry/2.0"));
        on(WireMock.get(urlMatching(APP + "/referrers/.*")), plain(404, "text/plain", "404 page not found\n"));
    }

    private Capabilities probed(ResponseDefinitionBuilder toDigest, ResponseDefinitionBuilder toTag) {
        on(WireMock.delete(urlMatching(BY_DIGEST)), toDigest);
        on(WireMock.delete(urlMatching(BY_TAG)), toTag);
        return client.probeCapabilities(app);
    }

    private Deletion deletion(ResponseDefinitionBuilder answer) {
        return probed(answer, aResponse().withStatus(500)).deletion();
    }

    @Test
    void without_probing_nothing_is_deleted_and_deletion_is_unknown() {
        Capabilities read = client.capabilities(app);
        assertThat(read.apiVersion()).contains("registry/2.0");
        assertThat(read.deletion()).isEqualTo(Deletion.UNKNOWN);
        assertThat(read.tagDeletion()).isEqualTo(Support.UNKNOWN);
        assertThat(read.referrersApi()).isEqualTo(Support.NO);
        assertThat(seen()).allMatch(line -> line.startsWith("GET "));
    }

    @Test
    void the_registrys_clock_is_told_and_nobody_has_no_name() {
        on(
                WireMock.get(urlMatching(APP + "/referrers/.*")),
                plain(404, "text/plain", "404 page not found\n").withHeader("Date", "Sun, 06 Nov 1994 08:49:37 GMT"));

        Capabilities read = client.capabilities(app);

        assertThat(read.registryTime()).contains(Instant.parse("1994-11-06T08:49:37Z"));
        assertThat(read.account()).isEmpty();
    }

    @Test
    void a_date_that_is_none_is_not_told() {
        on(
                WireMock.get(urlMatching(APP + "/referrers/.*")),
                plain(404, "text/plain", "404 page not found\n").withHeader("Date", "yesterday"));

        assertThat(client.capabilities(app).registryTime()).isEmpty();
    }

    @Test
    void the_account_that_asked_is_told_by_its_name() {
        try (HttpRegistryClient alices = HttpRegistryClient.builder(
                        client.registry().toString())
                .credentials("alice", "secret")
                .allowPlainHttpCredentials()
                .build()) {
            on(
                    WireMock.get(urlMatching("/v2/")).withBasicAuth("alice", "secret"),
                    plain(200, "application/json", "{}"));

            assertThat(alices.capabilities(app).account()).contains("alice");
        }
    }

    @Test
    void the_probe_deletes_only_what_is_random() {
        probed(refusal(404, "MANIFEST_UNKNOWN"), refusal(404, "MANIFEST_UNKNOWN"));
        probed(refusal(404, "MANIFEST_UNKNOWN"), refusal(404, "MANIFEST_UNKNOWN"));
        Set<String> deleted =
                seen().stream().filter(line -> line.startsWith("DELETE ")).collect(Collectors.toSet());
        assertThat(deleted).hasSize(4).allMatch(line -> line.matches("DELETE (" + BY_DIGEST + "|" + BY_TAG + ")"));
    }

    @ParameterizedTest
    @CsvSource({
        "404, MANIFEST_UNKNOWN, ENABLED",
        "404, NAME_UNKNOWN, ENABLED",
        "404, UNSUPPORTED, UNKNOWN",
        "405, UNSUPPORTED, OFF",
        "400, UNSUPPORTED, OFF",
        "405, DENIED, UNKNOWN",
        "400, NAME_INVALID, UNKNOWN",
        "401, UNAUTHORIZED, NOT_PERMITTED",
        "403, DENIED, NOT_PERMITTED",
        "409, DENIED, UNKNOWN",
        "500, UNKNOWN, UNKNOWN",
        "202, UNKNOWN, UNKNOWN",
    })
    void deletion_is_told_by_the_refusal(int status, String code, Deletion expected) {
        assertThat(deletion(refusal(status, code))).isEqualTo(expected);
    }

    @Test
    void a_405_without_an_error_body_is_read_only() {
        assertThat(deletion(plain(405, "text/plain", "Method not allowed"))).isEqualTo(Deletion.READ_ONLY);
    }

    @Test
    void a_404_of_an_ingress_tells_nothing() {
        assertThat(deletion(plain(404, "text/plain", "no backend"))).isEqualTo(Deletion.UNKNOWN);
        assertThat(deletion(plain(404, "text/html", "<html>").withHeader(API_VERSION, "registry/2.0")))
                .isEqualTo(Deletion.UNKNOWN);
    }

    @Test
    void a_success_for_what_nobody_has_tells_nothing() {
        assertThat(deletion(aResponse().withStatus(202))).isEqualTo(Deletion.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "404, MANIFEST_UNKNOWN, YES",
        "404, UNSUPPORTED, UNKNOWN",
        "400, DIGEST_INVALID, NO",
        "400, INVALID_REQUEST, NO",
        "400, UNSUPPORTED, NO",
        "405, UNSUPPORTED, UNKNOWN",
        "403, DENIED, UNKNOWN",
        "202, UNKNOWN, UNKNOWN",
    })
    void tag_deletion_is_told_by_the_refusal(int status, String code, Support expected) {
        assertThat(probed(refusal(404, "MANIFEST_UNKNOWN"), refusal(status, code))
                        .tagDeletion())
                .isEqualTo(expected);
    }

    @Test
    void a_rate_limit_is_no_answer() {
        assertThatThrownBy(() -> deletion(aResponse().withStatus(429))).isInstanceOf(TooManyRequestsException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "200, " + Samples.OCI_INDEX + ", '{\"schemaVersion\":2,\"manifests\":[]}', YES",
        "200, text/html, <html>, NO",
        "400, text/plain, bad, NO",
        "403, text/plain, no, UNKNOWN",
        "405, text/plain, no, NO",
        "406, text/plain, no, NO",
    })
    void the_referrers_api_is_told_by_an_index(int status, String type, String body, Support expected) {
        on(WireMock.get(urlMatching(APP + "/referrers/.*")), plain(status, type, body));
        assertThat(client.capabilities(app).referrersApi()).isEqualTo(expected);
    }

    @Test
    void a_registry_that_knows_no_such_subject_has_the_referrers_api() {
        on(WireMock.get(urlMatching(APP + "/referrers/.*")), refusal(400, "MANIFEST_INVALID")); // Quay
        assertThat(client.capabilities(app).referrersApi()).isEqualTo(Support.YES);
    }

    @Test
    void a_missing_repository_tells_nothing_about_the_referrers_api() {
        on(WireMock.get(urlMatching(APP + "/referrers/.*")), refusal(404, "NAME_UNKNOWN"));
        assertThat(client.capabilities(app).referrersApi()).isEqualTo(Support.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "true", "{}"})
    void a_registry_that_names_no_version_is_one_all_the_same(String body) {
        on(WireMock.get(urlMatching("/v2/")), plain(200, "application/json", body));
        assertThat(client.capabilities(app).apiVersion()).isEmpty();
    }

    @Test
    void a_page_for_people_at_the_root_is_no_registry() {
        on(WireMock.get(urlMatching("/v2/")), plain(200, "text/html", "<html>"));
        assertThatThrownBy(() -> client.capabilities(app)).isInstanceOf(NotARegistryException.class);
    }
}
