package io.github.registryclient.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadExpiryTest {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    private final MovableClock clock = MovableClock.at(Instant.parse("2024-05-06T07:08:09Z"));
    private final HttpClient http = HttpClient.newHttpClient();

    private EmbeddedRegistry start() {
        return EmbeddedRegistry.builder().folder(folder).clock(clock).start();
    }

    @Test
    void an_upload_can_go_on_for_a_week_and_not_longer() throws Exception {
        try (EmbeddedRegistry registry = start()) {
            URI upload = begin(registry);

            clock.move(WEEK.minus(SECOND));
            assertThat(patch(upload, "bytes")).isEqualTo(202);
            clock.move(SECOND);

            assertThat(patch(upload, "bytes"))
                    .as("it began a week ago, whenever its last bytes came")
                    .isEqualTo(404);
            assertThat(status("GET", upload)).isEqualTo(404);
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void any_upload_that_begins_ends_those_that_are_too_old_and_no_other() throws Exception {
        try (EmbeddedRegistry registry = start()) {
            URI old = begin(registry);
            patch(old, "old");
            clock.move(Duration.ofDays(6));
            URI young = begin(registry);
            patch(young, "young");
            clock.move(Duration.ofDays(1));

            URI third = begin(registry);

            assertThat(files())
                    .hasSize(3)
                    .noneMatch(file -> file.startsWith(id(old)))
                    .anyMatch(file -> file.equals(id(young)))
                    .anyMatch(file -> file.startsWith(id(third)));
            assertThat(status("GET", young)).isEqualTo(204);
        }
    }

    @Test
    void what_an_earlier_registry_left_goes_when_its_time_has_come() throws Exception {
        String upload;
        try (EmbeddedRegistry registry = start()) {
            URI location = begin(registry);
            patch(location, "bytes");
            upload = location.getPath();
        }

        clock.move(WEEK.minus(SECOND));
        try (EmbeddedRegistry registry = start()) {
            assertThat(status("GET", registry.uri().resolve(upload))).isEqualTo(204);
        }
        clock.move(SECOND);
        try (EmbeddedRegistry registry = start()) {
            assertThat(files()).isEmpty();
            assertThat(status("GET", registry.uri().resolve(upload))).isEqualTo(404);
        }
    }

    @Test
    void a_collection_says_which_expired_and_a_dry_run_takes_none() throws Exception {
        try (EmbeddedRegistry registry = start()) {
            URI upload = begin(registry);
            patch(upload, "bytes");
            assertThat(registry.garbageCollect().expiredUploads())
                    .as("unfinished is not garbage")
                    .isEmpty();
            clock.move(WEEK);

            CollectedGarbage dry = registry.garbageCollectDryRun();
            assertThat(files()).hasSize(2);
            CollectedGarbage wet = registry.garbageCollect();

            assertThat(wet.expiredUploads()).isEqualTo(dry.expiredUploads()).isEqualTo(Map.of(id(upload), 5L));
            assertThat(wet.bytesFreed()).isZero();
            assertThat(wet).asString().endsWith(", and 1 uploads expired");
            assertThat(files()).isEmpty();
            assertThat(registry.garbageCollect().expiredUploads()).isEmpty();
        }
    }

    @Test
    @SuppressWarnings("try") // the body ends when it is closed
    void an_upload_that_takes_bytes_is_left_until_they_are_in() throws Exception {
        try (EmbeddedRegistry registry = start();
                PipedOutputStream slow = new PipedOutputStream();
                PipedInputStream body = new PipedInputStream(slow)) {
            URI upload = begin(registry);
            CompletableFuture<HttpResponse<Void>> patched = http.sendAsync(
                    HttpRequest.newBuilder(upload)
                            .method("PATCH", HttpRequest.BodyPublishers.ofInputStream(() -> body))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            slow.write(new byte[64 << 10]);
            slow.flush();
            while (files().size() < 2) {
                Thread.onSpinWait(); // until the first bytes are in
            }
            clock.move(WEEK);

            assertThat(registry.garbageCollect().expiredUploads()).isEmpty();
            slow.close();

            assertThat(patched.get().statusCode()).isEqualTo(202);
            assertThat(registry.garbageCollect().expiredUploads()).containsOnlyKeys(id(upload));
        }
    }

    @Test
    void another_time_can_be_set_but_none_at_all() throws Exception {
        EmbeddedRegistryBuilder builder = EmbeddedRegistry.builder().clock(clock);
        try (EmbeddedRegistry registry =
                builder.uploadExpiry(Duration.ofMinutes(1)).start()) {
            URI upload = begin(registry);
            clock.move(Duration.ofSeconds(59));
            assertThat(status("GET", upload)).isEqualTo(204);
            clock.move(SECOND);
            assertThat(status("GET", upload)).isEqualTo(404);
        }
        assertThatThrownBy(() -> builder.uploadExpiry(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    private URI begin(EmbeddedRegistry registry) throws Exception {
        URI uri = registry.uri().resolve("/v2/a/blobs/uploads/");
        HttpResponse<Void> answer = http.send(
                HttpRequest.newBuilder(uri)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        return uri.resolve(answer.headers().firstValue("Location").orElseThrow());
    }

    private int patch(URI upload, String bytes) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(upload)
                                .method("PATCH", HttpRequest.BodyPublishers.ofString(bytes))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private int status(String method, URI upload) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(upload)
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String id(URI upload) {
        return upload.getPath().substring(upload.getPath().lastIndexOf('/') + 1);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("uploads"))) {
            return files.map(file -> String.valueOf(file.getFileName())).collect(Collectors.toList());
        }
    }
}
