package io.github.registryclient.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.registryclient.error.DeletionDisabledException;
import io.github.registryclient.error.DeletionRefusedException;
import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.NotARegistryException;
import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.error.TooManyRequestsException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Why a DELETE was refused, and what to do about it. */
class DeletionRefusalTest extends WireMockRegistry {
    @BeforeEach
    void theManifestIsThere() {
        on(head(manifest(digest)), theManifest());
    }

    private Throwable deleteAnswered(ResponseDefinitionBuilder answer) {
        on(delete(manifest(digest)), answer);
        return catchThrowable(() -> client.deleteManifest(app, digest));
    }

    @Test
    void a_405_unsupported_names_the_setting_its_environment_form_and_the_restart() {
        assertThat(deleteAnswered(refusal(405, "UNSUPPORTED")))
                .isInstanceOf(DeletionDisabledException.class)
                .hasMessageContainingAll(
                        "storage.delete.enabled: true", "REGISTRY_STORAGE_DELETE_ENABLED=true", "restart", "DELETE");
    }

    @Test
    void a_405_without_an_error_body_names_the_read_only_mode_first() {
        assertThat(deleteAnswered(plain(405, "text/plain; charset=utf-8", "Method not allowed\n")))
                .isInstanceOf(DeletionDisabledException.class)
                .hasMessageContainingAll(
                        "storage.maintenance.readonly",
                        "storage.delete.enabled: true",
                        "REGISTRY_STORAGE_DELETE_ENABLED=true",
                        "restart");
    }

    @Test
    void a_405_page_of_a_proxy_is_deletion_that_is_off() {
        assertThat(deleteAnswered(plain(405, "text/html", "<html>405 Not Allowed</html>")))
                .isInstanceOf(DeletionDisabledException.class)
                .hasMessageContaining("proxy");
    }

    @Test
    void a_405_denied_is_about_this_manifest_only() {
        assertThat(deleteAnswered(refusal(405, "DENIED")))
                .isInstanceOf(DeletionRefusedException.class)
                .hasMessageContaining("index");
    }

    @Test
    void a_400_unsupported_is_deletion_that_is_off() {
        assertThat(deleteAnswered(refusal(400, "UNSUPPORTED"))).isInstanceOf(DeletionDisabledException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 405})
    void the_child_of_a_list_at_ecr_is_about_this_manifest_only(int status) {
        String said =
                "{\"errors\":[{\"code\":\"UNSUPPORTED\",\"message\":\"Requested image referenced by manifest list\"}]}";
        assertThat(deleteAnswered(plain(status, "application/json", said)))
                .isInstanceOf(DeletionRefusedException.class)
                .hasMessageContaining("delete the index first");
    }

    @Test
    void another_400_is_the_registrys_no() {
        assertThat(deleteAnswered(refusal(400, "NAME_INVALID")))
                .isExactlyInstanceOf(ErrorResponseException.class)
                .hasMessageContaining("NAME_INVALID");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void no_right_to_delete_is_not_permitted(int status) {
        assertThat(deleteAnswered(refusal(status, "DENIED"))).isInstanceOf(NotPermittedException.class);
    }

    @Test
    void a_403_page_is_not_the_registrys() {
        assertThat(deleteAnswered(plain(403, "text/html", "<html>WAF</html>")))
                .isInstanceOf(NotARegistryException.class)
                .hasMessageNotContaining("unknown, look");
    }

    @ParameterizedTest
    @CsvSource({"409, MANIFEST_INVALID", "412, PRECONDITION", "423, LOCKED"})
    void protected_or_referenced_manifests_are_refused_one_by_one(int status, String code) {
        assertThat(deleteAnswered(refusal(status, code)))
                .isInstanceOfSatisfying(
                        DeletionRefusedException.class,
                        refused -> assertThat(refused.errors().get(0).code()).isEqualTo(code));
    }

    @Test
    void too_many_requests_tells_how_long_to_wait() {
        assertThat(deleteAnswered(refusal(429, "TOOMANYREQUESTS").withHeader("Retry-After", "7")))
                .isInstanceOfSatisfying(
                        TooManyRequestsException.class,
                        limited -> assertThat(limited.retryAfter()).contains(Duration.ofSeconds(7)));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void trouble_leaves_open_whether_it_was_deleted_and_nothing_is_repeated(int status) {
        assertThat(deleteAnswered(plain(status, "text/html", "<html>Bad Gateway</html>")))
                .isInstanceOf(ErrorResponseException.class)
                .hasMessageContaining("unknown");
        assertThat(seen()).filteredOn(line -> line.startsWith("DELETE")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 206, 299})
    void a_success_that_no_registry_gives_is_not_believed(int status) {
        assertThat(deleteAnswered(aResponse().withStatus(status)))
                .hasMessageContainingAll("unexpected status " + status, "unknown, look before repeating it");
    }
}
