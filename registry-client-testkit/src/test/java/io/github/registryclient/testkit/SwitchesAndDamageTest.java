package io.github.registryclient.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.manner.DeletionManner;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be switched off, and damaged. The words are distribution's: registry/handlers, seen on 2.8.2 and 3.1.2. */
class SwitchesAndDamageTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final SampleImages images = SampleImages.seeded(9);
    private final SampleManifest image = images.image();
    private final Digest digest = image.digest();

    private void fill(EmbeddedRegistry registry) {
        RegistryFiller.of(registry.uri())
                .push(SampleRepository.named("a")
                        .tag("1", image)
                        .tag("2", image)
                        .build());
    }

    private HttpResponse<String> send(EmbeddedRegistry registry, String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(registry.uri().resolve(path))
                .method(method, BodyPublishers.noBody())
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String answer(EmbeddedRegistry registry, String method, String path) {
        HttpResponse<String> response = send(registry, method, path);
        int code = response.body().indexOf("\"code\":\"");
        return response.statusCode()
                + (code < 0
                        ? " " + response.body().strip()
                        : " "
                                + response.body()
                                        .substring(code + 8, response.body().indexOf('"', code + 8)));
    }

    @Test
    void deletion_off_is_unsupported_until_it_is_switched_on() {
        try (EmbeddedRegistry registry =
                EmbeddedRegistry.builder().deletionOff().start()) {
            fill(registry);
            RegistrySnapshot before = registry.snapshot();
            for (String path : List.of(
                    "/v2/a/manifests/" + digest,
                    "/v2/a/manifests/1",
                    "/v2/b/manifests/" + digest,
                    "/v2/a/blobs/" + image.layers().get(0).digest())) {
                assertThat(answer(registry, "DELETE", path)).isEqualTo("405 UNSUPPORTED");
            }
            assertThat(registry.snapshot()).isEqualTo(before);

            registry.setDeletion(true);
            assertThat(answer(registry, "DELETE", "/v2/a/manifests/" + digest)).isEqualTo("202 ");
            registry.setDeletion(false);
            assertThat(answer(registry, "DELETE", "/v2/a/manifests/" + digest)).isEqualTo("405 UNSUPPORTED");
        }
    }

    @Test
    void the_tag_deletion_of_3_0_has_no_switch() {
        try (EmbeddedRegistry registry = EmbeddedRegistry.builder()
                .deletionOff()
                .manner(DeletionManner.TAG_DELETION_HAS_NO_SWITCH)
                .start()) {
            fill(registry);

            assertThat(answer(registry, "DELETE", "/v2/a/manifests/1")).isEqualTo("202 ");
            assertThat(answer(registry, "DELETE", "/v2/a/manifests/" + digest)).isEqualTo("405 UNSUPPORTED");
        }
    }

    @Test
    void tag_deletion_off_is_unsupported_and_digests_can_be_deleted() {
        try (EmbeddedRegistry registry =
                EmbeddedRegistry.builder().tagDeletionOff().start()) {
            fill(registry);

            assertThat(answer(registry, "DELETE", "/v2/a/manifests/1")).isEqualTo("400 UNSUPPORTED");
            assertThat(answer(registry, "DELETE", "/v2/a/manifests/" + digest)).isEqualTo("202 ");
        }
    }

    @Test
    void the_write_guard_is_put_up_and_taken_down_while_the_registry_serves() {
        try (EmbeddedRegistry registry = EmbeddedRegistry.start()) {
            fill(registry);
            registry.setReadOnly(true);
            RegistrySnapshot before = registry.snapshot();

            for (String request : List.of(
                    "DELETE /v2/a/manifests/" + digest,
                    "PUT /v2/a/manifests/3",
                    "POST /v2/a/blobs/uploads/",
                    "DELETE /v2/a/blobs/" + image.layers().get(0).digest())) {
                String[] parts = request.split(" ", -1);
                HttpResponse<String> response = send(registry, parts[0], parts[1]);
                assertThat(response.statusCode()).isEqualTo(405);
                assertThat(response.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
                assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD");
                assertThat(response.body()).isEqualTo("Method not allowed\n");
            }
            assertThat(registry.snapshot()).isEqualTo(before);
            assertThat(send(registry, "GET", "/v2/a/manifests/1").statusCode()).isEqualTo(200);

            registry.setReadOnly(false);
            assertThat(answer(registry, "DELETE", "/v2/a/manifests/1")).isEqualTo("202 ");
        }
    }

    @Test
    void a_registry_can_begin_read_only_without_referrers_and_catalog() {
        try (EmbeddedRegistry registry = EmbeddedRegistry.builder()
                .readOnly()
                .noReferrersApi()
                .noCatalog()
                .start()) {
            assertThat(answer(registry, "POST", "/v2/a/blobs/uploads/")).isEqualTo("405 Method not allowed");
            assertThat(answer(registry, "GET", "/v2/_catalog")).isEqualTo("404 404 page not found");
            assertThat(answer(registry, "GET", "/v2/a/referrers/" + digest)).isEqualTo("404 404 page not found");
            assertThat(send(registry, "GET", "/v2/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_builder_starts_registries_with_switches_of_their_own() {
        EmbeddedRegistryBuilder builder = EmbeddedRegistry.builder().readOnly();
        try (EmbeddedRegistry one = builder.start();
                EmbeddedRegistry other = builder.start()) {
            one.setReadOnly(false);

            assertThat(send(one, "POST", "/v2/a/blobs/uploads/").statusCode()).isEqualTo(202);
            assertThat(send(other, "POST", "/v2/a/blobs/uploads/").statusCode()).isEqualTo(405);
        }
    }

    @Test
    void a_manifest_without_bytes_fails_until_it_is_deleted_and_collected() {
        try (EmbeddedRegistry registry = EmbeddedRegistry.start()) {
            fill(registry);
            RegistryFiller filler = RegistryFiller.of(registry.uri());
            RepositoryName name = RepositoryName.of("a");
            registry.damage().emptyManifest(digest);

            assertThat(send(registry, "GET", "/v2/a/manifests/1").statusCode()).isEqualTo(500);
            assertThat(send(registry, "HEAD", "/v2/a/manifests/1").statusCode()).isEqualTo(500);
            assertThatThrownBy(() -> registry.garbageCollectDryRun()).isInstanceOf(UncheckedIOException.class);
            filler.putManifest(name, digest, image);
            assertThat(send(registry, "GET", "/v2/a/manifests/1").statusCode()).isEqualTo(500);

            assertThat(answer(registry, "DELETE", "/v2/a/manifests/" + digest)).isEqualTo("202 ");
            assertThat(registry.garbageCollect().deletedBlobs()).contains(digest);
        }
    }

    @Test
    void a_tag_can_be_left_dangling_and_a_blob_be_lost() {
        try (EmbeddedRegistry registry = EmbeddedRegistry.start()) {
            fill(registry);
            RepositoryName name = RepositoryName.of("a");
            Digest layer = image.layers().get(0).digest();

            registry.damage().missingBlob(name, layer);
            assertThat(send(registry, "HEAD", "/v2/a/blobs/" + layer).statusCode())
                    .isEqualTo(404);
            registry.damage().danglingTags(name, digest);

            assertThat(send(registry, "GET", "/v2/a/tags/list").body())
                    .isEqualTo("{\"name\":\"a\",\"tags\":[\"1\",\"2\"]}");
            assertThat(send(registry, "GET", "/v2/a/manifests/1").statusCode()).isEqualTo(404);
            assertThatThrownBy(() -> registry.damage().danglingTags(name, digest))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(answer(registry, "DELETE", "/v2/a/manifests/1")).isEqualTo("202 ");
        }
    }

    @Test
    void downloads_can_be_sent_to_another_server() {
        try (EmbeddedRegistry storage = EmbeddedRegistry.start();
                EmbeddedRegistry registry = EmbeddedRegistry.builder()
                        .redirectBlobs(storage.uri())
                        .redirectManifests(storage.uri())
                        .start()) {
            fill(registry);
            String blob = "/v2/a/blobs/" + image.layers().get(0).digest();

            for (String path : List.of(blob, "/v2/a/manifests/1")) {
                HttpResponse<String> response = send(registry, "GET", path);
                assertThat(response.statusCode()).isEqualTo(307);
                assertThat(response.headers().firstValue("Location")).contains(storage.uri() + path);
            }
            assertThat(send(registry, "GET", "/v2/a/manifests/3").statusCode()).isEqualTo(404);
            assertThat(send(registry, "GET", "/v2/a/tags/list").statusCode()).isEqualTo(200);
            assertThat(answer(registry, "DELETE", "/v2/a/manifests/1")).isEqualTo("202 ");
        }
    }
}
