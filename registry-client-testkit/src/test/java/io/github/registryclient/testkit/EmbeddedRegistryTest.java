package io.github.registryclient.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.sample.ImageSpec;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleBlob;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRegistryTest {
    private final SampleImages images = SampleImages.seeded(7);
    private final SampleManifest image = images.image();
    private final SampleRepository everything = SampleRepository.named("team/every-kind")
            .tag("image", image)
            .tag("docker", images.dockerImage(ImageSpec.defaults().withLayers(2, 5000)))
            .tag("index", images.twoPlatformIndex())
            .tag("list", images.twoPlatformDockerList())
            .tag("nested", images.nestedIndex())
            .tag("buildx", images.indexWithAttestation())
            .tag("cache", images.buildCache())
            .untagged(images.referrer(image, "application/spdx+json"))
            .untagged(images.image())
            .build();

    @TempDir
    Path folder;

    @Test
    void every_kind_of_image_is_pushed_and_pulled_and_seen_in_the_snapshot() {
        try (EmbeddedRegistry registry = EmbeddedRegistry.start()) {
            RegistryFiller filler = RegistryFiller.of(registry.uri());

            filler.push(everything);

            assertThat(everything.manifests()).allMatch(manifest -> filler.pulls(everything.name(), manifest));
            RepositorySnapshot stored = registry.snapshot().repository("team/every-kind");
            assertThat(stored.tags()).isEqualTo(everything.tags());
            assertThat(stored.manifests()).hasSize(everything.manifests().size());
            assertThat(everything.manifests()).allSatisfy(pushed -> {
                ManifestSnapshot manifest = stored.manifests().get(pushed.digest());
                assertThat(manifest.mediaType()).isEqualTo(pushed.mediaType());
                assertThat(manifest.bytes()).isEqualTo(pushed.bytes());
            });
            assertThat(everything.blobs())
                    .allSatisfy(blob -> assertThat(stored.blobs()).containsEntry(blob.digest(), blob.size()));
        }
    }

    @Test
    void a_snapshot_does_not_change_and_is_equal_to_one_of_the_same() {
        try (EmbeddedRegistry one = EmbeddedRegistry.start();
                EmbeddedRegistry other = EmbeddedRegistry.start()) {
            RegistrySnapshot empty = one.snapshot();
            RegistryFiller.of(one.uri()).push(everything);
            RegistryFiller.of(other.uri()).push(everything);

            assertThat(empty.repositories()).isEmpty();
            assertThat(empty.bytes()).isZero();
            assertThat(one.snapshot())
                    .isEqualTo(other.snapshot())
                    .hasSameHashCodeAs(other.snapshot())
                    .isNotEqualTo(empty);
            RegistryFiller.of(other.uri()).deleteManifest(everything.name(), Tag.of("image"));
            assertThat(one.snapshot()).isNotEqualTo(other.snapshot());
        }
    }

    @Test
    void a_folder_is_served_again_by_the_next_registry() {
        RegistrySnapshot before;
        try (EmbeddedRegistry registry =
                EmbeddedRegistry.builder().folder(folder).start()) {
            RegistryFiller.of(registry.uri()).push(everything);
            before = registry.snapshot();
        }

        try (EmbeddedRegistry registry =
                EmbeddedRegistry.builder().folder(folder).start()) {
            assertThat(registry.snapshot()).isEqualTo(before);
            RegistryFiller filler = RegistryFiller.of(registry.uri());
            assertThat(everything.manifests()).allMatch(manifest -> filler.pulls(everything.name(), manifest));
        }
    }

    @Test
    void garbage_is_what_a_deletion_left_and_collecting_it_frees_exactly_its_bytes() {
        SampleManifest kept = images.image();
        SampleManifest deleted = images.image();
        try (EmbeddedRegistry registry = EmbeddedRegistry.start()) {
            RegistryFiller filler = RegistryFiller.of(registry.uri());
            filler.push(SampleRepository.named("a").tag("kept", kept).build());
            long before = registry.snapshot().bytes();
            SampleRepository gone =
                    SampleRepository.named("a").tag("deleted", deleted).build();
            filler.push(gone);
            filler.deleteManifest(RepositoryName.of("a"), deleted.digest());

            CollectedGarbage dry = registry.garbageCollectDryRun();
            assertThat(registry.snapshot().contents()).containsKey(deleted.digest());
            CollectedGarbage wet = registry.garbageCollect();

            assertThat(wet.deletedBlobs()).isEqualTo(dry.deletedBlobs()).contains(deleted.digest());
            assertThat(wet.bytesFreed())
                    .isEqualTo(dry.bytesFreed())
                    .isEqualTo(deleted.bytes().length
                            + gone.blobs().stream().mapToLong(SampleBlob::size).sum());
            assertThat(registry.snapshot().bytes()).isEqualTo(before);
            assertThat(filler.pulls(RepositoryName.of("a"), kept)).isTrue();
            assertThat(registry.garbageCollect().bytesFreed()).isZero();
        }
    }

    @Test
    void untagged_manifests_are_garbage_only_when_asked() {
        try (EmbeddedRegistry registry = EmbeddedRegistry.start()) {
            RegistryFiller filler = RegistryFiller.of(registry.uri());
            filler.push(everything);

            assertThat(registry.garbageCollect().deletedBlobs()).isEmpty();
            CollectedGarbage garbage = registry.garbageCollectUntagged();

            SampleManifest stray = everything.untagged().get(1);
            assertThat(garbage.deletedManifests().get(everything.name())).containsExactly(stray.digest());
            assertThat(everything.manifests())
                    .filteredOn(manifest -> !manifest.digest().equals(stray.digest()))
                    .allMatch(manifest -> filler.pulls(everything.name(), manifest));
        }
    }

    @Test
    void a_manifest_without_its_content_is_accepted_where_that_is_set() throws Exception {
        try (EmbeddedRegistry strict = EmbeddedRegistry.start();
                EmbeddedRegistry sparse =
                        EmbeddedRegistry.builder().acceptMissingContent().start()) {
            assertThat(put(strict.uri(), image)).isEqualTo(400);
            assertThat(put(sparse.uri(), image)).isEqualTo(201);
        }
    }

    @Test
    void a_manifest_over_the_limit_is_refused() throws Exception {
        int limit = image.bytes().length - 1;
        try (EmbeddedRegistry registry = EmbeddedRegistry.builder()
                .acceptMissingContent()
                .manifestLimit(limit)
                .start()) {
            assertThat(put(registry.uri(), image)).isEqualTo(413);
        }
    }

    @Test
    void referrers_come_in_pages_where_that_is_set() throws Exception {
        List<SampleManifest> referrers = Arrays.asList(
                images.referrer(image, "a/b"), images.referrer(image, "a/b"), images.referrer(image, "a/b"));
        try (EmbeddedRegistry registry =
                EmbeddedRegistry.builder().referrersPerPage(2).start()) {
            SampleRepository.Builder repository = SampleRepository.named("a").tag("x", image);
            referrers.forEach(repository::untagged);
            RegistryFiller.of(registry.uri()).push(repository.build());

            HttpResponse<String> page =
                    send(HttpRequest.newBuilder(registry.uri().resolve("/v2/a/referrers/" + image.digest())));

            assertThat(page.body().split("\"digest\"", -1)).hasSize(1 + 2);
            assertThat(page.headers().firstValue("Link")).isPresent();
        }
    }

    @Test
    void closing_ends_connections_and_can_be_done_again() throws Exception {
        EmbeddedRegistry registry = EmbeddedRegistry.start();
        assertThat(registry).hasToString("embedded registry at " + registry.uri());
        try (Socket socket = new Socket(registry.uri().getHost(), registry.uri().getPort())) {
            socket.getOutputStream().write("GET /v2/ HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo('H');

            registry.close();

            assertThat(socket.getInputStream().readAllBytes())
                    .asString(US_ASCII)
                    .endsWith("{}");
        }
        assertThatCode(registry::close).doesNotThrowAnyException();
    }

    private static int put(URI registry, SampleManifest manifest) throws Exception {
        return send(HttpRequest.newBuilder(registry.resolve("/v2/a/manifests/x"))
                        .header("Content-Type", manifest.mediaType())
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(manifest.bytes())))
                .statusCode();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
