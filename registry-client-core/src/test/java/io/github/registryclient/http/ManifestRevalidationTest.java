package io.github.registryclient.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.DigestMismatchException;
import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import org.junit.jupiter.api.Test;

/** Conditional reads, and schema 1, whose digest only the registry can tell. */
class ManifestRevalidationTest extends WireMockRegistry {
    private final Digest claimed = Digest.of(Samples.sha256("the payload without signatures"));

    @Test
    void a_manifest_that_is_still_the_known_one_costs_no_body() {
        on(
                get(manifest(tag)).withHeader("If-None-Match", equalTo("\"" + digest + "\"")),
                aResponse().withStatus(304));
        assertThat(client.getManifestIfChanged(app, tag, digest)).isEmpty();
    }

    @Test
    void a_registry_that_ignores_the_condition_gives_the_same_answer() {
        on(get(manifest(tag)), theManifest());
        assertThat(client.getManifestIfChanged(app, tag, digest)).isEmpty();
    }

    @Test
    void a_tag_that_moved_gives_its_new_manifest() {
        on(get(manifest(tag)), theManifest());
        assertThat(client.getManifestIfChanged(app, tag, Digest.of(Samples.sha256("old"))))
                .map(Manifest::digest)
                .contains(digest);
    }

    @Test
    void not_modified_with_another_digest_is_a_mismatch() {
        on(
                get(manifest(tag)),
                aResponse().withStatus(304).withHeader("Docker-Content-Digest", Samples.sha256("other")));
        assertThatThrownBy(() -> client.getManifestIfChanged(app, tag, digest))
                .isInstanceOf(DigestMismatchException.class);
    }

    @Test
    void not_modified_without_having_been_asked_is_an_error_and_never_parsed() {
        on(get(manifest(tag)), aResponse().withStatus(304));
        assertThatThrownBy(() -> client.getManifest(app, tag))
                .isInstanceOf(ErrorResponseException.class)
                .hasMessageContaining("unconditionally");
    }

    @Test
    void a_schema1_manifest_has_the_digest_that_the_registry_confirms() {
        on(get(manifest(tag)), schema1().withHeader("Docker-Content-Digest", claimed.toString()));
        on(get(manifest(claimed)), schema1().withHeader("Docker-Content-Digest", claimed.toString()));

        Manifest read = client.getManifest(app, tag);

        assertThat(read.digest()).isEqualTo(claimed);
        assertThat(read.kind()).isEqualTo(Manifest.Kind.SCHEMA1);
        assertThat(seen()).containsExactly("GET " + manifest(tag), "GET " + manifest(claimed));
    }

    @Test
    void a_schema1_manifest_that_the_registry_does_not_know_by_its_digest_is_not_believed() {
        on(get(manifest(tag)), schema1().withHeader("Docker-Content-Digest", claimed.toString()));
        on(get(manifest(claimed)), refusal(404, "MANIFEST_UNKNOWN"));
        assertThatThrownBy(() -> client.getManifest(app, tag)).isInstanceOf(ErrorResponseException.class);
    }

    @Test
    void a_schema1_manifest_without_a_claimed_digest_has_none() {
        on(get(manifest(tag)), schema1());
        assertThatThrownBy(() -> client.getManifest(app, tag))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("schema 1");
    }

    @Test
    void a_schema1_manifest_that_turns_into_another_kind_is_not_believed() {
        on(get(manifest(tag)), schema1().withHeader("Docker-Content-Digest", digest.toString()));
        on(get(manifest(digest)), theManifest());
        assertThatThrownBy(() -> client.getManifest(app, tag)).isInstanceOf(InvalidResponseException.class);
    }

    private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder schema1() {
        return plain(200, Samples.SCHEMA1_TYPE, Samples.SCHEMA1);
    }
}
