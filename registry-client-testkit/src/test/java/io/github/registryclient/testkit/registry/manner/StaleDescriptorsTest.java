package io.github.registryclient.testkit.registry.manner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.testkit.manner.BlobManner;
import io.github.registryclient.testkit.registry.Answer;
import io.github.registryclient.testkit.sample.SampleBlob;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Distribution 2.8.2 with cache.blobdescriptor: inmemory, after its garbage was collected while it served: as seen there. */
class StaleDescriptorsTest {
    private final SampleImages images = SampleImages.seeded(8);
    private final SampleManifest image = images.image();
    private final SampleBlob layer = image.layers().get(0);
    private final String blob = "/v2/a/blobs/" + layer.digest();
    private final PlayedRegistry registry = PlayedRegistry.with(BlobManner.STALE_DESCRIPTORS);

    @BeforeEach
    void collect_what_was_deleted() {
        registry.push("a", image, "1");
        registry.deleteManifest("a", image.digest()).requireStatus(202);
        registry.collect();
    }

    @Test
    void head_finds_a_layer_whose_bytes_are_gone() {
        Answer answer = registry.head(blob);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).isEqualTo(Long.toString(layer.size()));
        assertThat(answer.digest()).isEqualTo(layer.digest().toString());
    }

    @Test
    void get_begins_and_breaks_off() {
        Answer answer = registry.get(blob);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void such_a_layer_is_mounted() {
        assertThat(registry.send("POST", "/v2/b/blobs/uploads/?mount=" + layer.digest() + "&from=a", new byte[0])
                        .status())
                .isEqualTo(201);
        assertThat(registry.head("/v2/b/blobs/" + layer.digest()).status()).isEqualTo(200);
    }

    @Test
    void a_manifest_that_needs_it_is_taken_and_one_that_was_collected_stays_lost() {
        SampleManifest another = images.image();
        assertThat(registry.put("a", "2", another).refusal()).isEqualTo("400 MANIFEST_BLOB_UNKNOWN");

        assertThat(registry.put("a", "1", image).status()).isEqualTo(201);

        assertThat(registry.tags("a")).containsExactly("1");
        assertThat(registry.manifest("a", "1").refusal()).isEqualTo("404 MANIFEST_UNKNOWN");
    }

    @Test
    void an_upload_heals_the_blob() {
        registry.send("POST", "/v2/a/blobs/uploads/?digest=" + layer.digest(), layer.bytes())
                .requireStatus(201);

        assertThat(registry.get(blob).length()).isEqualTo(layer.size());
    }

    @Test
    void a_restart_tells_the_truth() {
        registry.restart();

        assertThat(registry.head(blob).status()).isEqualTo(404);
        assertThat(registry.put("a", "1", image).refusal()).isEqualTo("400 MANIFEST_BLOB_UNKNOWN");
        registry.push("a", image, "1");
        assertThat(registry.manifest("a", "1").status()).isEqualTo(200);
    }

    @Test
    void a_deleted_blob_is_not_believed_in() {
        assertThat(registry.delete(blob).status()).isEqualTo(202);

        assertThat(registry.head(blob).status()).isEqualTo(404);
    }
}
