package io.github.registryclient.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.registryclient.DeleteResult;
import io.github.registryclient.DeleteResult.Outcome;
import io.github.registryclient.error.DeletionRefusedException;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.error.NotARegistryException;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a DELETE by digest looks like on the wire and what its answers mean. */
class ManifestDeletionTest extends WireMockRegistry {
    @BeforeEach
    void theManifestIsThere() {
        on(head(manifest(digest)), theManifest());
    }

    private DeleteResult deleteAnswered(ResponseDefinitionBuilder answer) {
        on(delete(manifest(digest)), answer);
        return client.deleteManifest(app, digest);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204})
    void an_empty_success_is_deleted(int status) {
        assertThat(deleteAnswered(aResponse().withStatus(status)).outcome()).isEqualTo(Outcome.DELETED);
        assertThat(seen()).containsExactly("HEAD " + manifest(digest), "DELETE " + manifest(digest));
    }

    @Test
    void the_request_has_no_accept_no_content_type_and_no_body() {
        deleteAnswered(aResponse().withStatus(202));

        LoggedRequest request = requests().get(1);
        assertThat(request.getBody()).isEmpty();
        Set<String> names =
                request.getHeaders().keys().stream().map(String::toLowerCase).collect(Collectors.toSet());
        names.remove("connection");
        // The JDK's client says "Content-Length: 0" up to Java 18, whatever one does (JDK-8283544).
        assertThat(names)
                .isEqualTo(
                        Runtime.version().feature() < 19
                                ? Set.of("host", "user-agent", "content-length")
                                : Set.of("host", "user-agent"));
    }

    @Test
    void a_success_with_errors_is_accepted_partially_and_shows_them() {
        DeleteResult result = deleteAnswered(refusal(202, "UNKNOWN"));

        assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED_PARTIALLY);
        assertThat(result.errors()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo("UNKNOWN");
            assertThat(error.message()).isEqualTo("said so");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"errors\":[]}",
                "{\"errors\":null}",
                "null",
                "true",
                "OK",
                "Deleted.",
                "{\"error\":null,\"success\":true,\"status\":202}",
                "{\"message\":\"accepted\",\"task\":\"/tasks/7/\"}",
                "{\"code\":0,\"data\":{\"errors\":[]}}"
            })
    void a_success_whose_body_reports_no_errors_is_deleted(String body) {
        assertThat(deleteAnswered(plain(202, "application/json", body)).outcome())
                .isEqualTo(Outcome.DELETED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deleted, but 2 tags stay",
                "{\"errors\":[{\"code\":\"UNKNOWN\",",
                "{\"errors\":{\"code\":\"UNKNOWN\"}}",
                "{\"errors\":\"2 tags stay\"}",
                "{} deleted",
                "denied",
                "\"denied\"",
                "false",
                "[]",
                "[{\"code\":\"DENIED\"}]",
                "{\"error\":\"denied\"}",
                "{\"Errors\":[{\"code\":\"DENIED\"}]}",
                "{\"errors\":[{\"code\":\"DENIED\"}],\"errors\":[]}",
                "{\"errors\":[],\"errors\":[{\"code\":\"DENIED\"}]}",
                "{\"errors\":[],\"error\":\"denied\"}",
                "{\"success\":false}",
                "{\"ok\":0}",
                "{\"status\":404,\"message\":\"not found\"}",
                "{\"status\":\"failed\"}",
                "{\"error_code\":7003}",
                "{\"data\":[{\"reason\":\"locked\"}]}",
                "{\"errorMessages\":[\"denied\"]}",
                "{\"__type\":\"AccessDeniedException\"}",
                "{\"state\":\"broken\"}",
                "{\"httpStatusCode\":403}",
                "{\"failedTags\":[\"a\"]}"
            })
    void a_success_whose_body_cannot_be_read_is_accepted_partially_and_shows_it(String body) {
        DeleteResult result = deleteAnswered(plain(202, "application/json", body));

        assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED_PARTIALLY);
        assertThat(result.errors()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEmpty();
            assertThat(error.message()).isEqualTo(body);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "OK", "true"})
    void a_success_that_only_its_framework_calls_html_is_deleted(String body) {
        assertThat(deleteAnswered(plain(202, "text/html; charset=utf-8", body)).outcome())
                .isEqualTo(Outcome.DELETED);
    }

    @Test
    void a_success_with_nothing_but_a_line_end_is_deleted() {
        assertThat(deleteAnswered(plain(200, "text/plain", "\r\n")).outcome()).isEqualTo(Outcome.DELETED);
    }

    @Test
    void a_page_for_people_with_status_200_is_no_deletion() {
        assertThatThrownBy(() -> deleteAnswered(plain(200, "text/html", "<html>Please log in</html>")))
                .isInstanceOf(NotARegistryException.class)
                .hasMessageContaining("unknown, look before repeating it");
    }

    @Test
    void a_page_that_begins_with_white_space_is_one() {
        assertThatThrownBy(() -> deleteAnswered(plain(200, "text/plain", "\ufeff\r\n <!doctype html>")))
                .isInstanceOf(NotARegistryException.class);
    }

    @Test
    void a_success_that_no_registry_gives_is_no_deletion() {
        assertThatThrownBy(() -> deleteAnswered(aResponse().withStatus(206))).hasMessageContaining("status 206");
    }

    /** The manifest is shown until its DELETE was answered, and then no more. */
    private DeleteResult deleteOfWhatVanishes(ResponseDefinitionBuilder answer) {
        on(head(manifest(digest)).inScenario("race"), theManifest());
        on(delete(manifest(digest)).inScenario("race").willSetStateTo("gone"), answer);
        on(head(manifest(digest)).inScenario("race").whenScenarioStateIs("gone"), refusal(404, "MANIFEST_UNKNOWN"));
        on(get(manifest(digest)), refusal(404, "MANIFEST_UNKNOWN"));
        return client.deleteManifest(app, digest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MANIFEST_UNKNOWN", "NAME_UNKNOWN"})
    void a_404_in_the_registrys_words_is_already_gone_if_another_look_agrees(String code) {
        assertThat(deleteOfWhatVanishes(refusal(404, code)).outcome()).isEqualTo(Outcome.ALREADY_GONE);
        assertThat(seen())
                .containsExactly(
                        "HEAD " + manifest(digest),
                        "DELETE " + manifest(digest),
                        "HEAD " + manifest(digest),
                        "GET " + manifest(digest));
    }

    @Test
    void a_400_that_knows_no_such_repository_is_already_gone_if_another_look_agrees() {
        assertThat(deleteOfWhatVanishes(refusal(400, "NAME_UNKNOWN")).outcome()).isEqualTo(Outcome.ALREADY_GONE);
    }

    @Test
    void a_404_for_a_manifest_that_is_still_shown_is_a_refusal() {
        assertThatThrownBy(() -> deleteAnswered(refusal(404, "MANIFEST_UNKNOWN")))
                .isInstanceOfSatisfying(
                        DeletionRefusedException.class,
                        refused -> assertThat(refused.status()).isEqualTo(404))
                .hasMessageContainingAll("DELETE", "refuses to delete it by digest", "on Quay delete its tags");
    }

    @Test
    void a_404_for_a_manifest_that_was_read_and_is_still_shown_is_a_refusal() {
        on(get(manifest(digest)), theManifest());
        Manifest read = client.getManifest(app, digest);
        on(delete(manifest(digest)), refusal(404, "MANIFEST_UNKNOWN"));

        assertThatThrownBy(() -> client.deleteManifest(app, read)).isInstanceOf(DeletionRefusedException.class);
    }

    @Test
    void a_404_after_which_nothing_can_be_seen_is_neither_and_does_not_say_that_no_delete_was_sent() {
        on(get(manifest(digest)), theManifest());
        Manifest read = client.getManifest(app, digest);
        on(delete(manifest(digest)), refusal(404, "MANIFEST_UNKNOWN"));
        on(head(manifest(digest)), aResponse().withStatus(500));
        on(get(manifest(digest)), aResponse().withStatus(500));

        assertThatThrownBy(() -> client.deleteManifest(app, read))
                .isExactlyInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("after the DELETE")
                .hasStackTraceContaining("status 500")
                .hasMessageNotContaining("No DELETE");
    }

    @Test
    void a_404_of_an_ingress_is_not_already_gone() {
        assertThatThrownBy(() -> deleteAnswered(plain(404, "text/plain", "default backend - 404")))
                .isInstanceOf(NotARegistryException.class)
                .hasMessageContaining("default backend - 404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"errors\":{\"code\":\"MANIFEST_UNKNOWN\"}}",
                "{\"errors\":{\"path\":[\"no route\"]}}",
                "{\"errors\":[\"no route\"]}",
                "{\"errors\":[{\"message\":\"no route\"}]}",
                "{\"message\":\"no Route matched with those values\"}",
                "{\"success\":false,\"errors\":[{\"code\":7003,\"message\":\"Could not route\"}]}",
                "{\"errors\":[{\"code\":\"DENIED\"}]}",
                "{\"errors\":[{\"code\":\"UNSUPPORTED\"}]}"
            })
    void a_404_in_the_json_of_a_gateway_is_not_already_gone(String body) {
        assertThatThrownBy(() -> deleteAnswered(plain(404, "application/json", body)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_404_that_says_nothing_is_not_already_gone() {
        assertThatThrownBy(() -> deleteAnswered(aResponse().withStatus(404))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_404_page_of_a_proxy_that_adds_the_registrys_header_is_not_already_gone() {
        assertThatThrownBy(() -> deleteAnswered(
                        plain(404, "text/html", "<html>nginx</html>").withHeader(API_VERSION, "registry/2.0")))
                .isInstanceOf(NotARegistryException.class);
    }

    @Test
    void a_tag_or_nothing_in_place_of_the_digest_is_refused_before_anything_is_sent() {
        for (String text : new String[] {"1.0", "", "sha256:", "sha256:abc", digest + "/.."}) {
            assertThatThrownBy(() -> client.deleteManifest("team/app", text)).isInstanceOf(InvalidInputException.class);
        }
        assertThatThrownBy(() -> client.deleteManifest(app, (Digest) null)).isInstanceOf(NullPointerException.class);
        assertThat(seen()).isEmpty();
    }

    @Test
    void a_sha512_digest_goes_into_the_path_as_it_is() {
        Digest long512 = Digest.of(Samples.sha512(Samples.MANIFEST));
        on(head(manifest(long512)), manifestClaiming(long512.toString()));
        on(delete(manifest(long512)), aResponse().withStatus(202));

        assertThat(client.deleteManifest(app, long512).outcome()).isEqualTo(Outcome.DELETED);
    }
}
