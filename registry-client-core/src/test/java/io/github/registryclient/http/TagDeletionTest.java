package io.github.registryclient.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.registryclient.DeleteResult.Outcome;
import io.github.registryclient.error.DeletionDisabledException;
import io.github.registryclient.error.DeletionRefusedException;
import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.NotARegistryException;
import io.github.registryclient.error.TagDeletionUnsupportedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Removing a tag alone, or saying that this cannot be done; whatever happens, the manifest is never deleted instead. */
class TagDeletionTest extends WireMockRegistry {
    private void answering(ResponseDefinitionBuilder answer) {
        on(delete(manifest(tag)), answer);
    }

    private Throwable refusalOf(ResponseDefinitionBuilder answer) {
        answering(answer);
        return catchThrowable(() -> client.deleteTag(app, tag));
    }

    @AfterEach
    void the_only_request_is_the_one_for_the_tag() {
        assertThat(seen()).containsExactly("DELETE " + manifest(tag));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204})
    void a_registry_that_can_removes_the_tag(int status) {
        answering(aResponse().withStatus(status));
        assertThat(client.deleteTag("team/app", "1.0").outcome()).isEqualTo(Outcome.DELETED);
    }

    @Test
    void errors_beside_the_success_are_partial() {
        answering(refusal(202, "UNKNOWN"));
        assertThat(client.deleteTag(app, tag).outcome()).isEqualTo(Outcome.ACCEPTED_PARTIALLY);
    }

    @Test
    void an_unknown_tag_is_already_gone() {
        answering(refusal(404, "MANIFEST_UNKNOWN"));
        assertThat(client.deleteTag(app, tag).outcome()).isEqualTo(Outcome.ALREADY_GONE);
    }

    @ParameterizedTest
    @CsvSource({"400, DIGEST_INVALID", "400, UNSUPPORTED", "400, TAG_INVALID"})
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
