package io.github.registryclient.tests.undo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.cleanup.journal.JournalEntry;
import io.github.registryclient.cleanup.journal.JournalEntry.Kind;
import io.github.registryclient.cleanup.journal.Lease;
import io.github.registryclient.cleanup.journal.LeaseLostException;
import io.github.registryclient.cleanup.journal.RunHeader;
import io.github.registryclient.cleanup.journal.RunRecord;
import io.github.registryclient.cleanup.restore.Kept;
import io.github.registryclient.cleanup.restore.PutBack;
import io.github.registryclient.cleanup.restore.Restored;
import io.github.registryclient.cleanup.restore.Restored.Status;
import io.github.registryclient.manifest.Descriptor;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.manifest.MediaTypes;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.EmbeddedRegistryBuilder;
import io.github.registryclient.testkit.RegistrySnapshot;
import io.github.registryclient.testkit.sample.ImageSpec;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleBlob;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import io.github.registryclient.testkit.traffic.RequestPattern;
import io.github.registryclient.testkit.traffic.ScriptedAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One manifest and its tags, put back on the embedded registry. */
class PutBackTest extends UndoScene {
    @Override
    EmbeddedRegistryBuilder setUp() {
        return super.setUp().acceptMissingContent();
    }

    private final Kept kept = new Kept() {
        @Override
        public Optional<Manifest> manifest(Digest digest) {
            List<RunRecord> all = journal.runs(client.registry().toString());
            return all.stream().flatMap(run -> run.manifest(digest).stream()).findFirst();
        }

        @Override
        public boolean isDeletedByUs(RepositoryName repository, Digest digest) {
            return journal.entries().stream()
                    .anyMatch(entry ->
                            entry.kind() == Kind.OUTCOME && entry.digest().equals(Optional.of(digest)));
        }
    };

    private Restored restore(SampleManifest manifest, String... tags) {
        return restore(manifest.digest(), tags);
    }

    private Restored restore(Digest digest, String... tags) {
        try (Lease lease = journal.lease(client.registry().toString())) {
            return new PutBack(client, kept, run(RunHeader.Purpose.UNDO, Optional.empty()), lease, Clock.systemUTC())
                    .restore(APP, digest, Stream.of(tags).map(Tag::of).collect(Collectors.toList()));
        }
    }

    private List<Digest> entries(Kind kind) {
        return journal.entries().stream()
                .filter(entry -> entry.kind() == kind)
                .map(JournalEntry::digest)
                .flatMap(Optional::stream)
                .collect(Collectors.toList());
    }

    private long puts() {
        return registry.requests().count(RequestPattern.put("/v2/app/manifests/*"));
    }

    @Test
    void an_image_comes_back_with_its_tags_byte_for_byte_and_the_journal_says_so() {
        SampleManifest image = images.image();
        push(SampleRepository.named("app").tag("1", image).tag("2", image));
        RegistrySnapshot before = registry.snapshot();
        delete(image);

        Restored restored = restore(image, "1", "2");

        assertThat(restored.status()).isEqualTo(Status.RESTORED);
        assertThat(restored.tags()).containsExactly(Tag.of("1"), Tag.of("2"));
        assertThat(registry.snapshot()).isEqualTo(before);
        assertThat(entries(Kind.PUTTING_BACK)).containsExactly(image.digest());
        assertThat(entries(Kind.PUT_BACK)).containsExactly(image.digest());
    }

    @Test
    void putting_back_twice_changes_nothing() {
        SampleManifest image = images.image();
        push(SampleRepository.named("app").tag("1", image));
        delete(image);
        restore(image, "1");
        RegistrySnapshot once = registry.snapshot();
        registry.clearRequests();

        Restored again = restore(image, "1");

        assertThat(again.status()).isEqualTo(Status.ALREADY_THERE);
        assertThat(again.tags()).isEmpty();
        assertThat(puts()).isZero();
        assertThat(registry.snapshot()).isEqualTo(once);
    }

    @Test
    void nested_indexes_come_back_with_all_that_lies_below_them() {
        SampleManifest nested = images.nestedIndex();
        SampleManifest inner = nested.children().get(0);
        push(SampleRepository.named("app").tag("n", nested));
        RegistrySnapshot before = registry.snapshot();
        delete(
                nested,
                inner,
                nested.children().get(1),
                inner.children().get(0),
                inner.children().get(1));

        Restored restored = restore(nested, "n");

        assertThat(restored.status()).isEqualTo(Status.RESTORED);
        assertThat(restored.manifests()).hasSize(5).endsWith(nested.digest());
        assertThat(registry.snapshot()).isEqualTo(before);
        assertThat(entries(Kind.PUT_BACK)).hasSize(5);
    }

    @Test
    void h12_a_child_that_was_deleted_in_another_run_comes_from_its_journal() {
        SampleManifest index = images.twoPlatformIndex();
        push(SampleRepository.named("app").tag("i", index));
        RegistrySnapshot before = registry.snapshot();
        delete(index);
        delete(index.children().get(0));
        delete(index.children().get(1));

        assertThat(restore(index, "i").status()).isEqualTo(Status.RESTORED);
        assertThat(registry.snapshot()).isEqualTo(before);
    }

    @Test
    void h12_a_missing_child_that_no_journal_has_makes_it_impossible_and_is_named() {
        SampleManifest index = images.twoPlatformIndex();
        SampleManifest child = index.children().get(1);
        push(SampleRepository.named("app").tag("i", index));
        delete(index);
        client.deleteManifest(APP, child.digest());
        registry.clearRequests();

        Restored restored = restore(index, "i");

        assertThat(restored.status()).isEqualTo(Status.IMPOSSIBLE);
        assertThat(restored.gone()).contains(child.digest());
        assertThat(restored.reason().orElseThrow()).contains(child.digest().toString());
        assertThat(puts()).isZero();
    }

    @Test
    void a_blob_that_was_collected_makes_it_impossible_before_anything_is_put() {
        SampleManifest image = images.image();
        SampleBlob layer = image.layers().get(0);
        push(SampleRepository.named("app").tag("1", image));
        delete(image);
        registry.damage().missingBlob(APP, layer.digest());
        registry.clearRequests();

        Restored restored = restore(image, "1");

        assertThat(restored.status()).isEqualTo(Status.IMPOSSIBLE);
        assertThat(restored.gone()).contains(layer.digest());
        assertThat(puts()).isZero();
        assertThat(entries(Kind.PUTTING_BACK)).isEmpty();
    }

    @Test
    void a_head_that_lies_about_a_collected_blob_is_not_believed() {
        SampleManifest image = images.image();
        Digest layer = image.layers().get(0).digest();
        push(SampleRepository.named("app").tag("1", image));
        delete(image);
        registry.script()
                .on(RequestPattern.get("/v2/app/blobs/" + layer))
                .always()
                .answer(ScriptedAnswer.status(404)
                        .header("Content-Type", "application/json")
                        .body("{\"errors\":[{\"code\":\"BLOB_UNKNOWN\",\"message\":\"blob unknown to registry\"}]}"));
        registry.clearRequests();

        Restored restored = restore(image, "1");

        assertThat(client.findBlobSize(APP, layer)).isPresent();
        assertThat(restored.status()).isEqualTo(Status.IMPOSSIBLE);
        assertThat(restored.gone()).contains(layer);
        assertThat(puts()).isZero();
    }

    @Test
    void h4_a_404_that_is_not_the_registrys_own_is_a_failure_and_no_proof() {
        SampleManifest image = images.image();
        push(SampleRepository.named("app").tag("1", image));
        delete(image);
        registry.script()
                .on(RequestPattern.get("/v2/app/blobs/*"))
                .always()
                .answer(ScriptedAnswer.status(404)
                        .header("Content-Type", "text/plain")
                        .body("default backend - 404"));

        Restored restored = restore(image, "1");

        assertThat(restored.status()).isEqualTo(Status.FAILED);
        assertThat(restored.gone()).isEmpty();
    }

    @Test
    void each_blob_is_read_once() {
        SampleManifest image = images.image();
        SampleManifest other = images.imageOn(image, ImageSpec.defaults());
        push(SampleRepository.named("app").tag("i", images.index(List.of(image, other))));
        SampleManifest index = images.index(List.of(image, other));
        push(SampleRepository.named("app").tag("i", index));
        delete(index, image, other);
        registry.clearRequests();

        restore(index, "i");

        Digest shared = image.layers().get(0).digest();
        assertThat(registry.requests().count(RequestPattern.get("/v2/app/blobs/" + shared)))
                .isEqualTo(2);
    }

    @Test
    void a_tag_that_somebody_has_taken_since_is_left_and_reported() {
        SampleManifest image = images.image();
        SampleManifest theirs = images.image();
        push(SampleRepository.named("app").tag("1", image).tag("2", image));
        delete(image);
        tag("2", theirs);

        Restored restored = restore(image, "1", "2");

        assertThat(restored.status()).isEqualTo(Status.RESTORED);
        assertThat(restored.tags()).containsExactly(Tag.of("1"));
        assertThat(restored.taken()).containsExactly(Tag.of("2"));
        assertThat(client.getManifestDigest(APP, Tag.of("2"))).isEqualTo(theirs.digest());
    }

    @Test
    void h5_a_foreign_layer_may_be_absent_and_a_wrong_size_is_no_proof_of_absence() {
        byte[] config = "{}".getBytes(StandardCharsets.UTF_8);
        Digest absent = Digest.sha256("absent".getBytes(StandardCharsets.UTF_8));
        client.uploadBlob(APP, config);
        Digest empty = client.uploadBlob(APP, new byte[0]);
        String json = "{\"schemaVersion\":2,\"mediaType\":\"" + MediaTypes.DOCKER_MANIFEST
                + "\",\"config\":{\"mediaType\":\"application/vnd.docker.container.image.v1+json\",\"size\":7000,"
                + "\"digest\":\"" + Digest.sha256(config) + "\"},\"layers\":[{\"mediaType\":"
                + "\"application/vnd.docker.image.rootfs.foreign.diff.tar.gzip\",\"size\":1000,\"digest\":\"" + absent
                + "\",\"urls\":[\"https://example.com/layer\"]},{\"mediaType\":"
                + "\"application/vnd.docker.image.rootfs.diff.tar.gzip\",\"size\":0,\"digest\":\"" + empty + "\"}]}";
        Manifest windows = Manifest.parse(MediaTypes.DOCKER_MANIFEST, json.getBytes(StandardCharsets.UTF_8));
        client.putManifest(APP, Tag.of("w"), windows);
        RegistrySnapshot before = registry.snapshot();
        delete(run(), windows.digest());

        Restored restored = restore(windows.digest(), "w");

        assertThat(restored.reason()).isEmpty();
        assertThat(restored.status()).isEqualTo(Status.RESTORED);
        assertThat(registry.snapshot()).isEqualTo(before);
    }

    @Test
    void what_refers_to_something_brings_its_subject_back_if_we_deleted_it_and_does_without_if_it_is_nowhere() {
        SampleManifest image = images.image();
        SampleManifest sbom = images.referrer(image, "application/spdx+json");
        SampleManifest stranger = images.image();
        SampleManifest orphan = images.referrer(stranger, "application/spdx+json");
        push(SampleRepository.named("app")
                .tag("1", image)
                .untagged(sbom)
                .untagged(stranger)
                .untagged(orphan));
        delete(image, sbom, orphan);
        client.deleteManifest(APP, stranger.digest());

        assertThat(restore(sbom).manifests()).containsExactly(image.digest(), sbom.digest());
        assertThat(restore(orphan).manifests()).containsExactly(orphan.digest());
    }

    @Test
    void h11_our_entries_are_added_to_an_index_that_somebody_has_put_under_the_fallback_tag() {
        SampleManifest image = images.image();
        SampleManifest first = images.referrer(image, "application/a");
        SampleManifest second = images.referrer(image, "application/b");
        SampleManifest theirs = images.referrer(image, "application/c");
        SampleRepository repository = SampleRepository.named("app")
                .tag("1", image)
                .untagged(first)
                .untagged(second)
                .untagged(theirs)
                .fallbackTag(images, List.of(first, second))
                .build();
        push(SampleRepository.named("app").tag("1", image).untagged(theirs));
        RegistryFiller.of(registry.uri()).push(repository);
        SampleManifest index = repository.manifest(fallbackTag(image));
        delete(index, second, first);
        restore(first);
        SampleManifest taken = images.index(List.of(theirs));
        tag(fallbackTag(image), taken);

        Restored restored = restore(index, fallbackTag(image));
        Restored again = restore(index, fallbackTag(image));

        assertThat(restored.status()).isEqualTo(Status.RESTORED);
        assertThat(client.getManifest(APP, image.digest().referrersTag()).entries())
                .extracting(Descriptor::digest)
                .containsExactly(theirs.digest(), first.digest());
        assertThat(again.status()).isEqualTo(Status.ALREADY_THERE);
    }

    @Test
    void h11_the_index_itself_comes_back_where_what_is_there_says_nothing_else() {
        SampleManifest image = images.image();
        SampleManifest first = images.referrer(image, "application/a");
        SampleManifest second = images.referrer(image, "application/b");
        SampleRepository repository = SampleRepository.named("app")
                .tag("1", image)
                .untagged(first)
                .untagged(second)
                .fallbackTag(images, List.of(first, second))
                .build();
        RegistryFiller.of(registry.uri()).push(repository);
        SampleManifest index = repository.manifest(fallbackTag(image));
        delete(index);
        tag(fallbackTag(image), images.index(List.of(first)));

        assertThat(restore(index, fallbackTag(image)).status()).isEqualTo(Status.RESTORED);
        assertThat(client.getManifestDigest(APP, image.digest().referrersTag())).isEqualTo(index.digest());
    }

    @Test
    void h28_nothing_is_put_when_the_lease_is_lost() {
        SampleManifest image = images.image();
        push(SampleRepository.named("app").tag("1", image));
        delete(image);
        journal.loseLease();
        registry.clearRequests();

        assertThatThrownBy(() -> restore(image, "1")).isInstanceOf(LeaseLostException.class);
        assertThat(puts()).isZero();
    }

    @Test
    void a_tag_that_is_refused_does_not_keep_the_others_away() {
        SampleManifest image = images.image();
        push(SampleRepository.named("app").tag("1", image).tag("2", image));
        delete(image);
        registry.script()
                .on(RequestPattern.put("/v2/app/manifests/1"))
                .answer(ScriptedAnswer.status(403)
                        .header("Content-Type", "application/json")
                        .body("{\"errors\":[{\"code\":\"DENIED\"}]}"));

        Restored restored = restore(image, "1", "2");

        assertThat(restored.status()).isEqualTo(Status.FAILED);
        assertThat(restored.reason().orElseThrow()).contains("DENIED");
        assertThat(restored.tags()).containsExactly(Tag.of("2"));
        assertThat(entries(Kind.PUT_BACK)).isEmpty();
    }
}
