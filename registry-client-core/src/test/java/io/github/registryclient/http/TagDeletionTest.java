package io.github.registryclient.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.registryclient.DeleteResult;
import io.github.registryclient.DeleteResult.Outcome;
import io.github.registryclient.error.DeletionDisabledException;
import io.github.registryclient.error.DeletionRefusedException;
import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.error.ManifestVanishedException;
import io.github.registryclient.error.NotARegistryException;
import io.github.registryclient.error.TagDeletionUnsupportedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Removing a tag alone, or saying that this cannot be done; whatever happens, the manifest is never deleted instead. */
class TagDeletionTest extends WireMockRegistry {
    @BeforeEach
    void theTagAndItsManifestAreThere() {
        on(head(manifest(tag)), theManifest());
        on(head(manifest(digest)), theManifest());
    }

    private void answering(ResponseDefinitionBuilder answer) {
        on(delete(manifest(tag)), answer);
    }

    private Throwable refusalOf(ResponseDefinitionBuilder answer) {
        answering(answer);
        return catchThrowable(() -> client.deleteTag(app, tag));
    }

    @AfterEach
    void the_only_deletion_is_the_one_of_the_tag_after_a_look_at_it() {
        assertThat(seen()).startsWith("HEAD " + manifest(tag));
        assertThat(seen()).filteredOn(line -> line.startsWith("DELETE")).containsExactly("DELETE " + manifest(tag));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204})
    void a_registry_that_can_removes_the_tag(int status) {
        answering(aResponse().withStatus(status));
        assertThat(client.deleteTag("team/app", "1.0").outcome()).isEqualTo(Outcome.DELETED);
        assertThat(seen()).endsWith("DELETE " + manifest(tag), "HEAD " + manifest(digest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "UNKNOWN"})
    void a_manifest_that_went_with_its_tag_is_said(String code) {
        on(head(manifest(digest)), refusal(404, "MANIFEST_UNKNOWN"));
        on(get(manifest(digest)), refusal(404, "MANIFEST_UNKNOWN"));
        assertThat(refusalOf(code.isEmpty() ? aResponse().withStatus(202) : refusal(202, code)))
                .isInstanceOfSatisfying(
                        ManifestVanishedException.class,
                        vanished -> assertThat(vanished.digest()).isEqualTo(digest.toString()))
                .hasMessageContainingAll("DELETE", "together with the tag", "ECR", digest.toString());
    }

    @Test
    void a_manifest_that_cannot_be_looked_at_afterwards_leaves_the_success_partial() {
        on(head(manifest(digest)), aResponse().withStatus(500));
        on(get(manifest(digest)), aResponse().withStatus(503));
        answering(aResponse().withStatus(202));

        DeleteResult result = client.deleteTag(app, tag);

        assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED_PARTIALLY);
        assertThat(result.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("could not be seen"));
    }

    @ParameterizedTest
    @ValueSource(ints = {202, 404})
    void a_tag_without_a_manifest_is_just_deleted(int status) {
        on(head(manifest(tag)), aResponse().withStatus(404));
        on(get(manifest(tag)), refusal(404, "MANIFEST_UNKNOWN"));
        answering(status == 404 ? refusal(404, "MANIFEST_UNKNOWN") : aResponse().withStatus(status));

        assertThat(client.deleteTag(app, tag).outcome())
                .isEqualTo(status == 404 ? Outcome.ALREADY_GONE : Outcome.DELETED);
        assertThat(seen()).containsExactly("HEAD " + manifest(tag), "GET " + manifest(tag), "DELETE " + manifest(tag));
    }

    @ParameterizedTest
    @CsvSource({"201, text/plain", "200, text/html"})
    void an_answer_that_is_not_believed_leaves_open_what_it_did(int status, String type) {
        assertThat(refusalOf(plain(status, type, "<html>")))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("unknown, look before repeating it");
    }

    @Test
    void errors_beside_the_success_are_partial() {
        answering(refusal(202, "UNKNOWN"));
        assertThat(client.deleteTag(app, tag).outcome()).isEqualTo(Outcome.ACCEPTED_PARTIALLY);
    }

    @Test
    void a_tag_that_went_meanwhile_is_already_gone() {
        on(head(manifest(tag)).inScenario("race"), theManifest());
        on(delete(manifest(tag)).inScenario("race").willSetStateTo("gone"), refusal(404, "MANIFEST_UNKNOWN"));
        on(
                head(manifest(tag)).inScenario("race").whenScenarioStateIs("gone"),
                aResponse().withStatus(404));
        on(get(manifest(tag)), refusal(404, "MANIFEST_UNKNOWN"));
        assertThat(client.deleteTag(app, tag).outcome()).isEqualTo(Outcome.ALREADY_GONE);
    }

    @Test
    void a_404_for_a_tag_that_is_still_shown_is_a_refusal() {
        assertThat(refusalOf(refusal(404, "MANIFEST_UNKNOWN")))
                .isInstanceOf(DeletionRefusedException.class)
                .hasMessageContaining("shows this tag");
    }

    @ParameterizedTest
    @CsvSource({"400, DIGEST_INVALID", "400, UNSUPPORTED", "400, INVALID_REQUEST", "400, TAG_INVALID"})
    void a_registry_that_only_deletes_digests_says_so(int status, String code) {
        assertThat(refusalOf(refusal(status, code)))
                .isInstanceOf(TagDeletionUnsupportedException.class)
                .hasMessageContaining("Nothing was deleted");
    }

    @Test
    void a_405_is_about_deletion_as_such() {
        assertThat(refusalOf(refusal(405, "UNSUPPORTED"))).isInstanceOf(DeletionDisabledException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 412})
    void an_immutable_tag_is_refused(int status) {
        assertThat(refusalOf(refusal(status, "TAG_IMMUTABLE"))).isInstanceOf(DeletionRefusedException.class);
    }

    @Test
    void a_404_of_an_ingress_is_not_already_gone() {
        assertThat(refusalOf(plain(404, "text/plain", "no service"))).isInstanceOf(NotARegistryException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 410, 500})
    void a_code_of_a_missing_repository_beside_another_status_is_not_already_gone(int status) {
        assertThat(refusalOf(refusal(status, "NAME_UNKNOWN"))).isInstanceOf(ErrorResponseException.class);
    }
}
