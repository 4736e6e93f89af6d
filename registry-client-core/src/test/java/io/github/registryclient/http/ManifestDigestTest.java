package io.github.registryclient.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.registryclient.error.DigestMismatchException;
import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.NotARegistryException;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.error.TooManyRequestsException;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.name.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The digest of a tag: by HEAD where it tells, else by hashing what GET gives. */
class ManifestDigestTest extends WireMockRegistry {
    private void answering(ResponseDefinitionBuilder head, ResponseDefinitionBuilder get) {
        on(head(manifest(tag)), head);
        on(get(manifest(tag)), get);
    }

    @Test
    void head_alone_is_asked_where_it_names_the_digest() {
        answering(theManifest(), theManifest());

        assertThat(client.getManifestDigest("team/app", "1.0")).isEqualTo(digest);
        assertThat(seen()).containsExactly("HEAD " + manifest(tag));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405, 500, 503})
    void a_head_that_fails_is_followed_by_get(int status) {
        answering(aResponse().withStatus(status), theManifest());

        assertThat(client.getManifestDigest(app, tag)).isEqualTo(digest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rubbish",
                "sha256:abc",
                "SHA256:0000000000000000000000000000000000000000000000000000000000000000",
                "md5:d41d8cd98f00b204e9800998ecf8427e"
            })
    void a_digest_header_that_cannot_be_believed_is_replaced_by_hashing(String claim) {
        answering(manifestClaiming(claim), undigested());

        assertThat(client.getManifestDigest(app, tag)).isEqualTo(digest);
        assertThat(seen()).containsExactly("HEAD " + manifest(tag), "GET " + manifest(tag));
    }

    @Test
    void two_digest_headers_that_differ_count_as_none() {
        answering(
                manifestClaiming(Samples.sha256("other")).withHeader("Docker-Content-Digest", digest.toString()),
                undigested());
        assertThat(client.getManifestDigest(app, tag)).isEqualTo(digest);
        assertThat(seen()).containsExactly("HEAD " + manifest(tag), "GET " + manifest(tag));
    }

    @Test
    void a_sha512_digest_is_believed_once_the_bytes_have_it() {
        Digest sha512 = Digest.of(Samples.sha512(Samples.MANIFEST));
        answering(manifestClaiming(sha512.toString()), manifestClaiming(sha512.toString()));

        assertThat(client.getManifestDigest(app, tag)).isEqualTo(sha512);
        assertThat(seen()).containsExactly("HEAD " + manifest(tag), "GET " + manifest(tag));
    }

    @Test
    void a_sha512_digest_that_the_bytes_do_not_have_is_a_mismatch() {
        String wrong = Samples.sha512("other");
        answering(manifestClaiming(wrong), manifestClaiming(wrong));
        assertThatThrownBy(() -> client.getManifestDigest(app, tag)).isInstanceOf(DigestMismatchException.class);
    }

    @Test
    void a_digest_asked_for_by_digest_is_answered_with_the_same() {
        on(head(manifest(digest)), theManifest());
        assertThat(client.getManifestDigest(app, digest)).isEqualTo(digest);
    }

    @Test
    void another_digest_than_the_one_asked_for_is_a_mismatch() {
        on(head(manifest(digest)), manifestClaiming(Samples.sha256("other")));
        assertThatThrownBy(() -> client.getManifestDigest(app, digest)).isInstanceOf(DigestMismatchException.class);
    }

    @Test
    void a_digest_confirmed_under_another_algorithm_is_checked_by_hashing() {
        on(head(manifest(digest)), manifestClaiming(Samples.sha512(Samples.MANIFEST)));
        on(get(manifest(digest)), manifestClaiming(Samples.sha512(Samples.MANIFEST)));

        assertThat(client.getManifestDigest(app, digest)).isEqualTo(digest);
    }

    @Test
    void the_length_that_head_tells_is_not_used() {
        answering(theManifest().withHeader("Content-Length", "7"), theManifest());
        assertThat(client.getManifestDigest(app, tag)).isEqualTo(digest);
    }

    @Test
    void a_403_is_explained_by_the_body_of_get() {
        answering(aResponse().withStatus(403), refusal(403, "DENIED"));
        assertThatThrownBy(() -> client.getManifestDigest(app, tag))
                .isInstanceOf(NotPermittedException.class)
                .hasMessageContaining("DENIED");
    }

    @Test
    void a_missing_manifest_is_not_found() {
        answering(aResponse().withStatus(404), refusal(404, "MANIFEST_UNKNOWN"));
        assertThatThrownBy(() -> client.getManifestDigest(app, tag)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void trouble_of_head_and_get_is_trouble() {
        answering(aResponse().withStatus(502), aResponse().withStatus(502));
        assertThatThrownBy(() -> client.getManifestDigest(app, tag))
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        e -> assertThat(e.status()).isEqualTo(502));
    }

    @Test
    void a_page_for_people_is_no_manifest() {
        answering(plain(200, "text/html", ""), plain(200, "text/html", "<!doctype html>"));
        assertThatThrownBy(() -> client.getManifestDigest(app, tag)).isInstanceOf(NotARegistryException.class);
    }

    @Test
    void a_rate_limit_met_by_head_is_not_asked_again_by_get() {
        answering(aResponse().withStatus(429), theManifest());
        assertThatThrownBy(() -> client.getManifestDigest(app, tag)).isInstanceOf(TooManyRequestsException.class);
        assertThat(seen()).containsExactly("HEAD " + manifest(tag));
    }
}
