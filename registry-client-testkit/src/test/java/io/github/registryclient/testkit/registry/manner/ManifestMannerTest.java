package io.github.registryclient.testkit.registry.manner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.name.Digest;
import io.github.registryclient.testkit.manner.ManifestManner;
import io.github.registryclient.testkit.registry.Answer;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import java.math.BigInteger;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How manifests are served, each expectation from the source that the known servers' manners name. */
class ManifestMannerTest {
    private final SampleManifest image = SampleImages.seeded(1).image();

    private PlayedRegistry played(ManifestManner manner) {
        return PlayedRegistry.with(manner).push("a", image, "1");
    }

    @Test
    void head_may_say_no_digest_while_get_does() {
        PlayedRegistry registry = played(ManifestManner.HEAD_WITHOUT_DIGEST);

        assertThat(registry.head("/v2/a/manifests/1").requireStatus(200).digest())
                .isEqualTo("none");
        assertThat(registry.manifest("a", "1").digest())
                .isEqualTo(image.digest().toString());
    }

    @Test
    void neither_head_nor_get_may_say_a_digest() {
        PlayedRegistry registry = played(ManifestManner.WITHOUT_DIGEST);

        assertThat(registry.head("/v2/a/manifests/1").requireStatus(200).digest())
                .isEqualTo("none");
        assertThat(registry.manifest("a", "1").requireStatus(200).digest()).isEqualTo("none");
    }

    @Test
    void the_digest_may_be_that_of_other_bytes() {
        PlayedRegistry registry = played(ManifestManner.WRONG_DIGEST);

        String said = registry.manifest("a", "1").digest();

        assertThat(said).isNotEqualTo(image.digest().toString()).matches("sha256:[0-9a-f]{64}");
        assertThat(registry.head("/v2/a/manifests/1").digest()).isEqualTo(said);
    }

    @Test
    void the_digest_may_be_of_another_algorithm() throws Exception {
        PlayedRegistry registry = played(ManifestManner.SHA512_DIGEST);
        byte[] hash = MessageDigest.getInstance("SHA-512").digest(image.bytes());

        assertThat(registry.manifest("a", image.digest()).digest())
                .isEqualTo("sha512:" + String.format("%0128x", new BigInteger(1, hash)));
    }

    @ParameterizedTest
    @CsvSource({"HEAD_IS_NOT_FOUND,404", "HEAD_IS_NOT_ALLOWED,405"})
    void head_may_be_refused_while_get_is_not(ManifestManner manner, int status) {
        PlayedRegistry registry = played(manner);

        assertThat(registry.head("/v2/a/manifests/1").status()).isEqualTo(status);
        assertThat(registry.manifest("a", "1").body()).isEqualTo(image.json());
    }

    @ParameterizedTest
    @CsvSource({
        "CONTENT_TYPE_IS_TEXT_PLAIN,text/plain; charset=utf-8",
        "CONTENT_TYPE_IS_JSON,application/json",
        "WITHOUT_CONTENT_TYPE,none"
    })
    void the_type_may_be_another(ManifestManner manner, String type) {
        PlayedRegistry registry = played(manner);

        assertThat(registry.manifest("a", "1").header("Content-Type")).isEqualTo(type);
        assertThat(registry.head("/v2/a/manifests/1").header("Content-Type")).isEqualTo(type);
    }

    @Test
    void what_is_known_may_be_sent_again() {
        PlayedRegistry registry = played(ManifestManner.WITHOUT_ETAG);

        Answer answer = registry.get("/v2/a/manifests/1", "If-None-Match", "\"" + image.digest() + "\"");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("none");
        assertThat(answer.body()).isEqualTo(image.json());
    }

    @ParameterizedTest
    @CsvSource({"\"%s\",304", "%s,304", "W/\"%s\",404"})
    void a_known_digest_may_be_unchanged_without_being_there(String etag, int status) {
        PlayedRegistry registry = played(ManifestManner.ETAG_IS_COMPARED_UNSEEN);
        String digest = PlayedRegistry.NOBODYS;

        Answer answer = registry.get("/v2/a/manifests/" + digest, "If-None-Match", String.format(etag, digest));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.digest()).isEqualTo("none");
        assertThat(registry.manifest("a", digest).refusal()).isEqualTo("404 MANIFEST_UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource({"\"%s\",304", "%s,304", "W/\"%s\",200", "*,200"})
    void the_entity_tag_of_a_tags_manifest_may_be_compared_as_it_stands(String etag, int status) {
        PlayedRegistry registry = played(ManifestManner.ETAG_IS_COMPARED_UNSEEN);

        assertThat(registry.get("/v2/a/manifests/1", "If-None-Match", String.format(etag, image.digest()))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void a_blob_in_the_place_of_a_manifest_may_be_a_server_error() {
        PlayedRegistry registry = played(ManifestManner.BLOB_IS_A_SERVER_ERROR);

        image.blobs().forEach(blob -> {
            assertThat(registry.manifest("a", blob.digest()).refusal()).isEqualTo("500 UNKNOWN");
            assertThat(registry.head("/v2/a/manifests/" + blob.digest()).status())
                    .isEqualTo(500);
            assertThat(registry.manifest("b", blob.digest()).refusal()).isEqualTo("404 MANIFEST_UNKNOWN");
        });
        assertThat(registry.manifest("a", image.digest()).status()).isEqualTo(200);
    }

    @Test
    void a_missing_repository_may_be_an_unknown_name() {
        PlayedRegistry registry = played(ManifestManner.MISSING_REPOSITORY_IS_NAME_UNKNOWN);

        assertThat(registry.manifest("b", "1").refusal()).isEqualTo("404 NAME_UNKNOWN");
        assertThat(registry.deleteManifest("b", image.digest()).refusal()).isEqualTo("404 NAME_UNKNOWN");
        assertThat(registry.manifest("a", "2").refusal()).isEqualTo("404 MANIFEST_UNKNOWN");
        registry.push("b", image, "1");
    }

    @ParameterizedTest
    @EnumSource
    void no_manner_of_serving_changes_what_is_stored(ManifestManner manner) {
        PlayedRegistry registry = played(manner);
        Digest digest = image.digest();

        registry.head("/v2/a/manifests/1");
        registry.get("/v2/a/manifests/" + digest);

        assertThat(registry.tags("a")).containsExactly("1");
        assertThat(registry.stores("a", digest)).isTrue();
    }
}
