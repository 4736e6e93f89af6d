package io.github.registryclient.testkit.registry.manner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.testkit.manner.BlobManner;
import io.github.registryclient.testkit.registry.Answer;
import io.github.registryclient.testkit.sample.SampleBlob;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import org.junit.jupiter.api.Test;

/** What a repository makes of a blob because of its manifests. */
class DescribedBlobsTest {
    private final SampleManifest image = SampleImages.seeded(6).image();
    private final SampleBlob layer = image.layers().get(0);
    private final String path = "/v2/a/blobs/" + layer.digest();

    @Test
    void a_blob_may_have_the_type_that_a_manifest_gives_it_as_long_as_one_does() {
        PlayedRegistry registry =
                PlayedRegistry.with(BlobManner.CONTENT_TYPE_IS_THE_DESCRIPTORS).push("a", image, "1");

        assertThat(registry.get(path).header("Content-Type")).isEqualTo("application/vnd.oci.image.layer.v1.tar");
        assertThat(registry.head(path).header("Content-Type")).isEqualTo("application/vnd.oci.image.layer.v1.tar");

        registry.deleteManifest("a", image.digest()).requireStatus(202);

        assertThat(registry.get(path).header("Content-Type")).isEqualTo("application/octet-stream");
    }

    @Test
    void a_manifest_may_be_read_as_a_blob() {
        PlayedRegistry registry =
                PlayedRegistry.with(BlobManner.MANIFESTS_ARE_BLOBS).push("a", image, "1");

        Answer answer = registry.get("/v2/a/blobs/" + image.digest());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Docker-Content-Digest"))
                .isEqualTo(image.digest().toString());
        assertThat(registry.get("/v2/b/blobs/" + image.digest()).refusal()).isEqualTo("404 BLOB_UNKNOWN");
    }

    @Test
    void what_a_manifest_needs_may_stay_as_long_as_the_manifest_does() {
        PlayedRegistry registry =
                PlayedRegistry.with(BlobManner.NEEDED_IS_DENIED).push("a", image, "1");

        assertThat(registry.delete(path).refusal()).isEqualTo("405 DENIED");
        assertThat(registry.delete("/v2/a/blobs/" + image.digest()).refusal()).isEqualTo("405 DENIED");
        assertThat(registry.head(path).status()).isEqualTo(200);

        registry.deleteManifest("a", image.digest()).requireStatus(202);

        assertThat(registry.delete(path).status()).isEqualTo(202);
    }
}
