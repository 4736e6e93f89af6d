package io.github.registryclient.testkit.registry.manner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.testkit.manner.DeletionManner;
import io.github.registryclient.testkit.registry.Answer;
import io.github.registryclient.testkit.sample.SampleBlob;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a deletion takes with it and leaves, each expectation from the source that the known servers' manners name. */
class DeletionMannerTest {
    private final SampleImages images = SampleImages.seeded(3);
    private final SampleManifest image = images.image();

    private PlayedRegistry played(DeletionManner manner) {
        return PlayedRegistry.with(manner).push("a", image, "1", "2");
    }

    @ParameterizedTest
    @CsvSource({
        "TAG_IS_UNSUPPORTED,400 UNSUPPORTED",
        "TAG_IS_DIGEST_INVALID,400 DIGEST_INVALID",
        "TAG_IS_INVALID_REQUEST,400 INVALID_REQUEST"
    })
    void a_tag_may_be_refused_whether_it_is_there_or_not(DeletionManner manner, String refusal) {
        PlayedRegistry registry = played(manner);

        assertThat(registry.deleteManifest("a", "1").refusal()).isEqualTo(refusal);
        assertThat(registry.deleteManifest("a", "3").refusal()).isEqualTo(refusal);
        assertThat(registry.deleteManifest("b", "1").refusal()).isEqualTo(refusal);
        assertThat(registry.tags("a")).containsExactly("1", "2");
        assertThat(registry.deleteManifest("a", image.digest()).status()).isEqualTo(202);
    }

    @Test
    void nothing_may_be_deleted_at_all() {
        PlayedRegistry registry = played(DeletionManner.UNSUPPORTED);
        SampleBlob layer = image.layers().get(0);

        assertThat(registry.deleteManifest("a", "1").refusal()).isEqualTo("405 UNSUPPORTED");
        assertThat(registry.deleteManifest("a", image.digest()).refusal()).isEqualTo("405 UNSUPPORTED");
        assertThat(registry.delete("/v2/a/blobs/" + layer.digest()).refusal()).isEqualTo("405 UNSUPPORTED");
        assertThat(registry.manifest("a", "1").status()).isEqualTo(200);
    }

    @Test
    void accepting_manifests_may_not_be_acceptable_with_a_deletion() {
        PlayedRegistry registry = played(DeletionManner.MANIFEST_ACCEPT_IS_NOT_ACCEPTABLE);
        String target = "/v2/a/manifests/" + image.digest();

        Answer refused = registry.delete(target, "Accept", image.mediaType());
        assertThat(refused.status()).isEqualTo(406);
        assertThat(refused.body()).isEqualTo("{\"errors\":[{\"status\":406,\"message\":\"Not Acceptable\"}]}");
        assertThat(registry.delete(target, "Accept", "*/*").status()).isEqualTo(202);
    }

    @Test
    void a_blob_may_go_when_it_is_deleted_as_a_manifest() {
        PlayedRegistry registry = played(DeletionManner.BLOB_GOES_AS_A_MANIFEST);

        for (SampleBlob blob : image.blobs()) {
            assertThat(registry.deleteManifest("a", blob.digest()).status()).isEqualTo(202);
            assertThat(registry.head("/v2/a/blobs/" + blob.digest()).status()).isEqualTo(404);
            assertThat(registry.deleteManifest("a", blob.digest()).refusal()).isEqualTo("404 MANIFEST_UNKNOWN");
        }
        assertThat(registry.manifest("a", "1").status()).isEqualTo(200);
    }

    @Test
    void tags_may_stay_and_lead_nowhere() {
        PlayedRegistry registry = played(DeletionManner.TAGS_DANGLE);

        assertThat(registry.deleteManifest("a", image.digest()).status()).isEqualTo(202);

        assertThat(registry.tags("a")).containsExactly("1", "2");
        assertThat(registry.manifest("a", "1").refusal()).isEqualTo("404 MANIFEST_UNKNOWN");
        assertThat(registry.deleteManifest("a", image.digest()).refusal()).isEqualTo("404 MANIFEST_UNKNOWN");
        assertThat(registry.deleteManifest("a", "1").status()).isEqualTo(202);
        assertThat(registry.tags("a")).containsExactly("2");
        registry.put("a", "3", image).requireStatus(201);
        assertThat(registry.manifest("a", "2").status()).isEqualTo(200);
    }

    @Test
    void tags_may_stay_and_show_what_its_digest_does_not() {
        PlayedRegistry registry = played(DeletionManner.TAGS_OUTLIVE_THEIR_DIGEST);

        assertThat(registry.deleteManifest("a", image.digest()).status()).isEqualTo(202);

        assertThat(registry.tags("a")).containsExactly("1", "2");
        assertThat(registry.manifest("a", "1").digest())
                .isEqualTo(image.digest().toString());
        assertThat(registry.manifest("a", image.digest()).refusal()).isEqualTo("404 MANIFEST_UNKNOWN");
        assertThat(registry.deleteManifest("a", image.digest()).refusal()).isEqualTo("404 MANIFEST_UNKNOWN");
    }

    @Test
    void a_forgotten_digest_is_known_again_when_its_manifest_is_pushed_and_gone_with_its_last_tag() {
        PlayedRegistry registry = played(DeletionManner.TAGS_OUTLIVE_THEIR_DIGEST);
        registry.deleteManifest("a", image.digest()).requireStatus(202);
        registry.put("a", "3", image).requireStatus(201);
        assertThat(registry.manifest("a", image.digest()).status()).isEqualTo(200);

        registry.deleteManifest("a", image.digest()).requireStatus(202);
        registry.deleteManifest("a", "1").requireStatus(202);
        registry.deleteManifest("a", "2").requireStatus(202);
        assertThat(registry.manifest("a", "3").status()).isEqualTo(200);
        registry.deleteManifest("a", "3").requireStatus(202);

        assertThat(registry.tags("a")).isEmpty();
        assertThat(registry.stores("a", image.digest())).isFalse();
    }

    @Test
    void one_tag_may_stay_with_an_error_beside_the_success() {
        PlayedRegistry registry = played(DeletionManner.ONE_TAG_STAYS);

        Answer answer = registry.deleteManifest("a", image.digest());

        assertThat(answer.refusal()).isEqualTo("202 UNKNOWN");
        assertThat(answer.header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(registry.tags("a")).containsExactly("1");
        assertThat(registry.manifest("a", "1").refusal()).isEqualTo("404 MANIFEST_UNKNOWN");
    }

    @Test
    void an_untagged_manifest_goes_without_an_error_where_one_tag_stays() {
        PlayedRegistry registry =
                PlayedRegistry.with(DeletionManner.ONE_TAG_STAYS).push("a", image);

        assertThat(registry.deleteManifest("a", image.digest()).refusal()).isEqualTo("202");
    }

    @Test
    void the_last_tag_may_take_the_manifest() {
        PlayedRegistry registry = played(DeletionManner.LAST_TAG_TAKES_THE_MANIFEST);

        registry.deleteManifest("a", "1").requireStatus(202);
        assertThat(registry.manifest("a", image.digest()).status()).isEqualTo(200);
        registry.deleteManifest("a", "2").requireStatus(202);

        assertThat(registry.manifest("a", image.digest()).status()).isEqualTo(404);
    }

    @Test
    void an_index_may_take_the_children_that_nothing_else_leads_to() {
        SampleManifest index = images.twoPlatformIndex();
        SampleManifest tagged = index.children().get(0);
        SampleManifest only = index.children().get(1);
        PlayedRegistry registry =
                played(DeletionManner.INDEX_TAKES_ITS_CHILDREN).push("a", index, "index");
        registry.put("a", "child", tagged).requireStatus(201);

        registry.deleteManifest("a", index.digest()).requireStatus(202);

        assertThat(registry.stores("a", tagged.digest())).isTrue();
        assertThat(registry.stores("a", only.digest())).isFalse();
        assertThat(registry.stores("a", image.digest())).isTrue();
    }

    @Test
    void the_children_of_a_child_go_too_and_those_of_another_index_do_not() {
        SampleManifest nested = images.nestedIndex();
        SampleManifest shared = images.twoPlatformIndex();
        SampleManifest other =
                images.index(List.of(shared.children().get(0), shared.children().get(1), image));
        PlayedRegistry registry = PlayedRegistry.with(DeletionManner.INDEX_TAKES_ITS_CHILDREN)
                .push("a", nested, "nested")
                .push("a", shared, "shared")
                .push("a", other, "other");

        registry.deleteManifest("a", nested.digest()).requireStatus(202);
        registry.deleteManifest("a", shared.digest()).requireStatus(202);

        assertGone(registry, nested);
        assertThat(shared.children()).allMatch(child -> registry.stores("a", child.digest()));
    }

    private static void assertGone(PlayedRegistry registry, SampleManifest manifest) {
        assertThat(registry.stores("a", manifest.digest())).isFalse();
        manifest.children().forEach(child -> assertGone(registry, child));
    }

    @Test
    void a_deletion_may_come_later() {
        PlayedRegistry registry = played(DeletionManner.LATER);

        assertThat(registry.deleteManifest("a", image.digest()).status()).isEqualTo(202);
        assertThat(registry.manifest("a", image.digest()).status()).isEqualTo(200);
        assertThat(registry.manifest("b", image.digest()).status()).isEqualTo(404);
        assertThat(registry.get("/v2/a/tags/list").body()).contains("\"1\"", "\"2\"");
        assertThat(registry.head("/v2/a/manifests/1").status()).isEqualTo(200);

        assertThat(registry.manifest("a", image.digest()).status()).isEqualTo(404);
        assertThat(registry.tags("a")).isEmpty();
        assertThat(registry.deleteManifest("a", image.digest()).refusal()).isEqualTo("404 MANIFEST_UNKNOWN");
    }

    @Test
    void a_missing_repository_may_be_a_bad_request() {
        PlayedRegistry registry = played(DeletionManner.MISSING_REPOSITORY_IS_A_BAD_REQUEST);

        assertThat(registry.deleteManifest("b", image.digest()).refusal()).isEqualTo("400 NAME_UNKNOWN");
        assertThat(registry.deleteManifest("a", PlayedRegistry.NOBODYS).refusal())
                .isEqualTo("404 MANIFEST_UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource({"ANSWERED_WITH_200,200", "ANSWERED_WITH_204,204", "WITHOUT_LENGTH,202"})
    void success_may_be_said_otherwise(DeletionManner manner, int status) {
        PlayedRegistry registry = played(manner);

        assertThat(registry.deleteManifest("a", PlayedRegistry.NOBODYS).status())
                .isEqualTo(404);
        assertThat(registry.deleteManifest("a", image.digest()).status()).isEqualTo(status);
        assertThat(registry.tags("a")).isEmpty();
    }
}
