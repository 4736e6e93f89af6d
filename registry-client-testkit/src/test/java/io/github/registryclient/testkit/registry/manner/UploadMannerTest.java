package io.github.registryclient.testkit.registry.manner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.testkit.manner.BlobManner;
import io.github.registryclient.testkit.manner.Manner;
import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.manner.UploadManner;
import io.github.registryclient.testkit.registry.Answer;
import io.github.registryclient.testkit.registry.Settings;
import io.github.registryclient.testkit.sample.SampleBlob;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How blobs and manifests are taken, and where blobs are. */
class UploadMannerTest {
    private final SampleImages images = SampleImages.seeded(6);
    private final SampleManifest image = images.image();
    private final SampleBlob layer = image.layers().get(0);

    private Answer post(PlayedRegistry registry, String target) {
        return registry.send("POST", target, new byte[0]);
    }

    @Test
    void locations_may_have_scheme_and_host() {
        PlayedRegistry registry =
                PlayedRegistry.with(UploadManner.ABSOLUTE_LOCATION).push("a", image, "1");

        assertThat(post(registry, "/v2/a/blobs/uploads/").header("Location"))
                .startsWith("http://registry.test:5000/v2/a/blobs/uploads/");
        assertThat(registry.put("a", "2", image).header("Location"))
                .isEqualTo("http://registry.test:5000/v2/a/manifests/" + image.digest());
    }

    @Test
    void what_was_pushed_may_have_no_location() {
        PlayedRegistry registry =
                PlayedRegistry.with(UploadManner.WITHOUT_LOCATION).push("a", image, "1");

        assertThat(registry.put("a", "2", image).header("Location")).isEqualTo("none");
        assertThat(post(registry, "/v2/a/blobs/uploads/").header("Location")).startsWith("/v2/a/blobs/uploads/");
    }

    @Test
    void blobs_may_not_be_looked_for_and_children_are() {
        PlayedRegistry registry = PlayedRegistry.with(UploadManner.BLOBS_ARE_NOT_CHECKED);

        assertThat(registry.put("a", "1", image).status()).isEqualTo(201);
        assertThat(registry.manifest("a", "1").status()).isEqualTo(200);
        assertThat(registry.put("a", "2", images.twoPlatformIndex()).refusal()).isEqualTo("404 MANIFEST_UNKNOWN");
    }

    @Test
    void an_index_may_have_to_list_manifests_only() {
        SampleManifest cache = images.buildCache();
        PlayedRegistry registry = PlayedRegistry.with(UploadManner.INDEX_LISTS_MANIFESTS_ONLY)
                .push("a", images.twoPlatformIndex(), "index");
        cache.blobs()
                .forEach(blob -> registry.send("POST", "/v2/a/blobs/uploads/?digest=" + blob.digest(), blob.bytes()));

        Answer answer = registry.put("a", "cache", cache);

        assertThat(answer.refusal()).isEqualTo("400 MANIFEST_BLOB_UNKNOWN");
        assertThat(answer.body()).contains(cache.layers().get(0).digest().toString());
    }

    @ParameterizedTest
    @MethodSource("readingManifests")
    void a_manner_that_reads_manifests_keeps_to_the_registrys_limit(Manner manner) {
        PlayedRegistry small = limited(manner, 1000);
        PlayedRegistry large = limited(manner, 18 << 20).push("a", image, "1");

        assertThat(small.send("PUT", "/v2/a/manifests/1", padded(1001)).refusal())
                .isEqualTo("413 MANIFEST_INVALID");
        assertThat(large.send("PUT", "/v2/a/manifests/2", padded(17 << 20)).status())
                .isEqualTo(201);
    }

    static Stream<Manner> readingManifests() {
        return Stream.of(
                UploadManner.BLOBS_ARE_NOT_CHECKED,
                UploadManner.INDEX_LISTS_MANIFESTS_ONLY,
                BlobManner.STALE_DESCRIPTORS);
    }

    @Test
    void a_stale_registry_keeps_to_its_limit_where_it_believes_what_is_gone() {
        PlayedRegistry registry = limited(BlobManner.STALE_DESCRIPTORS, 1000).push("a", image, "1");
        registry.deleteManifest("a", image.digest()).requireStatus(202);
        registry.collect();

        assertThat(registry.send("PUT", "/v2/a/manifests/1", padded(1001)).refusal())
                .isEqualTo("413 MANIFEST_INVALID");
    }

    private static PlayedRegistry limited(Manner manner, int bytes) {
        return PlayedRegistry.of(
                Manners.of("limited").with(manner, "this test"),
                Settings.defaults().withManifestLimit(bytes));
    }

    /** The image's manifest with white space at its end. */
    private byte[] padded(int length) {
        byte[] bytes = Arrays.copyOf(image.bytes(), length);
        Arrays.fill(bytes, image.bytes().length, length, (byte) ' ');
        return bytes;
    }

    @Test
    void a_mount_may_need_to_say_where_from() {
        PlayedRegistry registry =
                PlayedRegistry.with(UploadManner.MOUNT_NEEDS_FROM).push("a", image, "1");
        String mount = "/v2/b/blobs/uploads/?mount=" + layer.digest();

        assertThat(post(registry, mount).status()).isEqualTo(202);
        assertThat(post(registry, mount + "&from=a").status()).isEqualTo(201);
    }

    @Test
    void a_mount_may_take_a_blob_from_wherever_it_is() {
        PlayedRegistry registry =
                PlayedRegistry.with(UploadManner.MOUNTS_FROM_ANYWHERE).push("a", image, "1");

        Answer answer = post(registry, "/v2/b/blobs/uploads/?mount=" + layer.digest() + "&from=nosuch");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(registry.head("/v2/b/blobs/" + layer.digest()).status()).isEqualTo(200);
    }

    @Test
    void a_post_may_not_say_the_digest_of_what_it_made() {
        PlayedRegistry registry =
                PlayedRegistry.with(UploadManner.POST_WITHOUT_DIGEST).push("a", image, "1");

        Answer mounted = post(registry, "/v2/b/blobs/uploads/?mount=" + layer.digest() + "&from=a");

        assertThat(mounted.status()).isEqualTo(201);
        assertThat(mounted.header("Docker-Content-Digest")).isEqualTo("none");
        assertThat(registry.put("a", "2", image).header("Docker-Content-Digest"))
                .isEqualTo(image.digest().toString());
    }

    @Test
    void what_lacks_something_may_be_invalid_without_a_word_of_what() {
        PlayedRegistry registry = PlayedRegistry.with(UploadManner.MISSING_CONTENT_IS_INVALID);

        assertThat(registry.put("a", "1", image).refusal()).isEqualTo("400 MANIFEST_INVALID");
        assertThat(registry.push("a", image, "1").manifest("a", "1").status()).isEqualTo(200);
    }

    @Test
    void a_mount_may_always_begin_an_upload() {
        PlayedRegistry registry = PlayedRegistry.with(UploadManner.NEVER_MOUNTS).push("a", image, "1");

        assertThat(post(registry, "/v2/b/blobs/uploads/?mount=" + layer.digest() + "&from=a")
                        .status())
                .isEqualTo(202);
        assertThat(registry.head("/v2/b/blobs/" + layer.digest()).status()).isEqualTo(404);
    }

    @Test
    void a_cache_of_another_registry_is_not_written_to() {
        PlayedRegistry registry = PlayedRegistry.with(UploadManner.PULL_THROUGH_CACHE);

        assertThat(post(registry, "/v2/a/blobs/uploads/").refusal()).isEqualTo("405 UNSUPPORTED");
        assertThat(registry.put("a", "1", image).refusal()).isEqualTo("405 UNSUPPORTED");
        assertThat(registry.deleteManifest("a", image.digest()).refusal()).isEqualTo("405 UNSUPPORTED");
        assertThat(registry.get("/v2/").status()).isEqualTo(200);
    }

    @Test
    void a_blob_may_be_in_all_repositories() {
        PlayedRegistry registry = PlayedRegistry.with(BlobManner.IN_ALL_REPOSITORIES)
                .push("a", image, "1")
                .push("c", image, "1");
        String anywhere = "/v2/b/blobs/" + layer.digest();

        assertThat(registry.head(anywhere).status()).isEqualTo(200);
        assertThat(registry.head("/v2/b/blobs/" + PlayedRegistry.NOBODYS).status())
                .isEqualTo(404);
        assertThat(registry.delete(anywhere).status()).isEqualTo(202);
        assertThat(registry.head("/v2/a/blobs/" + layer.digest()).status()).isEqualTo(404);
        assertThat(registry.head("/v2/c/blobs/" + layer.digest()).status()).isEqualTo(404);
    }

    @Test
    void a_blob_may_have_a_guessed_type_and_no_entity_tag() {
        PlayedRegistry registry = PlayedRegistry.with(BlobManner.WITHOUT_ETAG, BlobManner.CONTENT_TYPE_IS_GUESSED)
                .push("a", image, "1");
        String config = "/v2/a/blobs/" + image.config().orElseThrow().digest();

        assertThat(registry.get(config).header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(registry.get(config).header("ETag")).isEqualTo("none");
        assertThat(registry.head(config).header("Content-Type")).isEqualTo("none");
        assertThat(registry.get("/v2/a/blobs/" + layer.digest()).header("Content-Type"))
                .isEqualTo("application/octet-stream");
    }

    @Test
    void deleting_a_blob_that_is_not_there_may_be_a_server_error() {
        PlayedRegistry registry = PlayedRegistry.with(BlobManner.DELETION_OF_A_MISSING_ONE_IS_A_SERVER_ERROR);

        assertThat(registry.delete("/v2/a/blobs/" + PlayedRegistry.NOBODYS).refusal())
                .isEqualTo("500 INTERNAL_SERVER_ERROR");
    }

    @Test
    void a_blob_in_a_single_post_may_begin_an_upload() {
        PlayedRegistry registry = PlayedRegistry.with(UploadManner.SINGLE_POST_BEGINS_AN_UPLOAD);

        Answer answer = registry.send("POST", "/v2/a/blobs/uploads/?digest=" + layer.digest(), layer.bytes());

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Location")).startsWith("/v2/a/blobs/uploads/");
        assertThat(registry.head("/v2/a/blobs/" + layer.digest()).status()).isEqualTo(404);
    }
}
