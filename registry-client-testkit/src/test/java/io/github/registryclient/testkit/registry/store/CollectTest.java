package io.github.registryclient.testkit.registry.store;

import static io.github.registryclient.testkit.registry.store.StoreFixture.name;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.registry.synthetic.SyntheticRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CollectTest {
    private Store store;
    private StoreFixture fill;

    @BeforeEach
    void open() throws IOException {
        store = Store.open(new MemoryStorage());
        fill = new StoreFixture(store);
    }

    @Test
    void nothing_is_garbage_while_manifests_need_it_tagged_or_not() throws IOException {
        Digest blob = fill.blob("a", "blob");
        fill.image("a", blob, "");

        Garbage garbage = store.collect(false, false);

        assertThat(garbage.contents()).isEmpty();
        assertThat(garbage.marked()).hasSize(2);
        assertThat(store.blob(name("a"), blob)).isPresent();
    }

    @Test
    void a_deleted_manifest_frees_its_bytes_and_what_only_it_needed() throws IOException {
        Digest shared = fill.blob("a", "shared");
        Digest own = fill.blob("a", "12345");
        Digest kept = fill.image("a", shared, "", "kept");
        Digest gone = fill.image("a", shared, ",\"layers\":[{\"digest\":\"" + own + "\"}]", "gone");
        long before = bytes();
        store.deleteManifest(name("a"), gone);

        Garbage garbage = store.collect(false, false);

        assertThat(garbage.contents()).containsOnlyKeys(gone, own).containsEntry(own, 5L);
        assertThat(garbage.marked()).containsExactlyInAnyOrder(shared, kept);
        assertThat(before - bytes())
                .isEqualTo(garbage.contents().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
        assertThat(store.blob(name("a"), own)).isEmpty();
        assertThat(store.blobs(name("a"))).containsExactly(shared);
    }

    @Test
    void a_dry_run_says_the_same_and_takes_nothing() throws IOException {
        Digest blob = fill.blob("a", "blob");
        fill.image("a", blob, "");

        Garbage dry = store.collect(true, true);
        Map<Digest, Long> before = store.contents();
        Garbage wet = store.collect(true, false);

        assertThat(before).isEqualTo(wet.contents()).isEqualTo(dry.contents()).hasSize(2);
        assertThat(dry.manifests()).isEqualTo(wet.manifests());
        assertThat(store.contents()).isEmpty();
        assertThat(store.manifests(name("a"))).isEmpty();
    }

    @Test
    void a_blob_that_no_manifest_names_is_garbage_and_its_repository_forgets_it() throws IOException {
        Digest blob = fill.blob("a", "pushed too early");

        store.collect(false, false);

        assertThat(store.blob(name("a"), blob)).isEmpty();
        assertThat(store.mount(name("b"), blob, Optional.empty())).isFalse();
    }

    @Test
    void what_another_repository_needs_stays_here_too() throws IOException {
        Digest blob = fill.blob("a", "blob");
        fill.blob("b", "blob");
        fill.image("b", blob, "", "x");

        assertThat(store.collect(true, false).contents()).isEmpty();
        assertThat(store.blob(name("a"), blob)).isPresent();
    }

    @Test
    void the_children_of_a_tagged_index_and_their_referrers_are_tagged_too() throws IOException {
        Digest blob = fill.blob("a", "blob");
        Digest child = fill.image("a", blob, "");
        Digest inner = fill.indexOfImage("a", child);
        Digest outer = fill.index("a", inner, "application/vnd.oci.image.index.v1+json", "x");
        Digest signature = fill.referrer("a", blob, child);
        Digest ofSignature = fill.referrer("a", blob, signature);
        Digest stray = fill.image("a", blob, ",\"n\":1");
        Digest ofStray = fill.referrer("a", blob, stray);

        Garbage garbage = store.collect(true, false);

        assertThat(garbage.manifests()).isEqualTo(Map.of(name("a"), Set.of(stray, ofStray)));
        assertThat(garbage.contents()).containsOnlyKeys(stray, ofStray);
        assertThat(garbage.marked()).containsExactlyInAnyOrder(blob, child, inner, outer, signature, ofSignature);
    }

    @Test
    void a_child_of_an_unknown_type_is_kept_as_well() throws IOException {
        Digest child = fill.image("a", fill.blob("a", "blob"), "");
        fill.index("a", child, "application/vnd.example", "x");

        assertThat(store.collect(true, false).contents()).isEmpty();
    }

    @Test
    void a_referrer_that_is_tagged_does_not_keep_its_subject() throws IOException {
        Digest blob = fill.blob("a", "blob");
        Digest subject = fill.image("a", blob, "");
        fill.referrer("a", blob, subject, "x");

        assertThat(store.collect(true, false).contents()).containsOnlyKeys(subject);
    }

    @Test
    void unfinished_uploads_are_no_garbage() throws IOException {
        Upload upload = store.uploads().start(name("a"));
        upload.append(0, new ByteArrayInputStream(new byte[] {'h', 'i'}), 2);

        store.collect(true, false);

        assertThat(upload.finish(Digest.of("sha256:8f434346648f6b96df89dda901c5176b10a6d83961dd3c1ac88b59b2dc327aa4")))
                .isTrue();
    }

    @Test
    void what_refers_to_a_synthetic_image_is_kept_and_nothing_synthetic_is_taken() throws IOException {
        store = Store.open(
                new MemoryStorage(),
                SyntheticRegistry.seeded(1).tags(name("a"), 3, 3).build(),
                UploadExpiry.defaults());
        fill = new StoreFixture(store);
        Digest image =
                store.manifest(name("a"), Tag.of("t0000001")).orElseThrow().digest();
        Digest blob = fill.blob("a", "blob");
        Digest referrer = fill.referrer("a", blob, image);
        Digest leftover = fill.image("a", blob, ",\"n\":1");

        Garbage garbage = store.collect(true, false);

        assertThat(garbage.manifests()).isEqualTo(Map.of(name("a"), Set.of(leftover)));
        assertThat(garbage.contents()).containsOnlyKeys(leftover);
        assertThat(garbage.marked()).containsExactlyInAnyOrder(blob, referrer);
        assertThat(store.manifest(name("a"), image)).isPresent();
    }

    @Test
    void a_pushed_copy_of_a_synthetic_image_is_collected_and_the_image_stays() throws IOException {
        store = Store.open(
                new MemoryStorage(),
                SyntheticRegistry.seeded(1).tags(name("a"), 3, 3).build(),
                UploadExpiry.defaults());
        StoredManifest image = store.manifest(name("a"), Tag.of("t0000001")).orElseThrow();
        byte[] bytes = store.content(name("a"), image).orElseThrow().bytes();
        store.putManifest(name("a"), image, bytes, Set.of());

        Garbage garbage = store.collect(true, false);

        assertThat(garbage.contents()).containsOnlyKeys(image.digest());
        assertThat(store.contents()).isEmpty();
        assertThat(store.manifest(name("a"), Tag.of("t0000001"))).isPresent();
        assertThat(store.content(name("a"), image).orElseThrow().bytes()).isEqualTo(bytes);
    }

    private long bytes() throws IOException {
        return store.contents().values().stream().mapToLong(Long::longValue).sum();
    }
}
