package io.github.registryclient.testkit.registry.manner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.testkit.manner.DeletionManner;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What refuses to go while others can be deleted. */
class ProtectionTest {
    private final SampleImages images = SampleImages.seeded(4);
    private final SampleManifest image = images.image();

    @Test
    void a_tagged_manifest_may_have_to_lose_its_tags_first() {
        PlayedRegistry registry =
                PlayedRegistry.with(DeletionManner.TAGGED_IS_REFUSED).push("a", image, "1");

        assertThat(registry.deleteManifest("a", image.digest()).refusal())
                .isEqualTo("400 GOOGLE_MANIFEST_DANGLING_TAG");
        registry.deleteManifest("a", "1").requireStatus(202);
        registry.deleteManifest("a", image.digest()).requireStatus(202);
    }

    @Test
    void an_untagged_manifest_may_be_shown_and_not_found() {
        PlayedRegistry registry = PlayedRegistry.with(DeletionManner.UNTAGGED_IS_NOT_FOUND)
                .push("a", image)
                .push("a", images.image(), "1");

        assertThat(registry.deleteManifest("a", image.digest()).refusal()).isEqualTo("404 MANIFEST_UNKNOWN");
        assertThat(registry.manifest("a", image.digest()).status()).isEqualTo(200);
        registry.deleteManifest("a", "1").requireStatus(202);
    }

    @Test
    void several_tags_may_be_a_conflict() {
        PlayedRegistry registry =
                PlayedRegistry.with(DeletionManner.SEVERAL_TAGS_ARE_A_CONFLICT).push("a", image, "1", "2");

        assertThat(registry.deleteManifest("a", image.digest()).refusal()).isEqualTo("409 MANIFEST_INVALID");
        registry.deleteManifest("a", "1").requireStatus(202);
        registry.deleteManifest("a", image.digest()).requireStatus(202);
        assertThat(registry.tags("a")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"IMMUTABLE_TAG_IS_A_PRECONDITION,412 PRECONDITION", "IMMUTABLE_TAG_IS_A_CONFLICT,409 TAG_IMMUTABLE"})
    void an_immutable_tag_may_hold_its_manifest(DeletionManner manner, String refusal) {
        PlayedRegistry registry =
                PlayedRegistry.with(manner).push("a", image, "1", "immutable-1").push("a", images.image(), "2");

        assertThat(registry.deleteManifest("a", "immutable-1").refusal()).isEqualTo(refusal);
        assertThat(registry.deleteManifest("a", image.digest()).refusal()).isEqualTo(refusal);
        assertThat(registry.tags("a")).containsExactly("1", "2", "immutable-1");
        registry.deleteManifest("a", "1").requireStatus(202);
        registry.deleteManifest("a", "2").requireStatus(202);
    }

    @ParameterizedTest
    @CsvSource({
        "CHILD_IS_DENIED,405 DENIED",
        "CHILD_IS_A_FOREIGN_KEY,412 VIOLATE_FOREIGN_KEY_CONSTRAINT",
        "CHILD_HAS_A_DANGLING_PARENT,400 GOOGLE_MANIFEST_DANGLING_PARENT_IMAGE",
        "CHILD_IS_REFERENCED_BY_A_LIST,400 UNSUPPORTED"
    })
    void an_index_may_hold_its_children(DeletionManner manner, String refusal) {
        SampleManifest index = images.twoPlatformIndex();
        SampleManifest child = index.children().get(0);
        PlayedRegistry registry = PlayedRegistry.with(manner).push("a", index, "1");

        assertThat(registry.deleteManifest("a", child.digest()).refusal()).isEqualTo(refusal);
        assertThat(registry.manifest("a", child.digest()).status()).isEqualTo(200);
        registry.deleteManifest("a", index.digest()).requireStatus(202);
        registry.deleteManifest("a", child.digest()).requireStatus(202);
    }
}
