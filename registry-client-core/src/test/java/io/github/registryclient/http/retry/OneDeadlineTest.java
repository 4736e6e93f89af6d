package io.github.registryclient.http.retry;

import static io.github.registryclient.http.retry.TroubledRegistry.APP;
import static io.github.registryclient.http.retry.TroubledRegistry.DIGEST;
import static io.github.registryclient.http.retry.TroubledRegistry.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.DeadlineExceededException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.HttpRegistryClientBuilder;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A call that takes several requests has one deadline, not one for each of them. */
class OneDeadlineTest {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private final TroubledRegistry registry = new TroubledRegistry("HEAD");

    private void assertTooLate(HttpRegistryClientBuilder settings, Consumer<HttpRegistryClient> call) {
        try (registry;
                HttpRegistryClient client = settings.build()) {
            assertThatThrownBy(() -> call.accept(client)).isInstanceOf(DeadlineExceededException.class);
        }
    }

    private void answer(int seconds, String method, int status, String... headers) {
        registry.everything = exchange -> {
            registry.time.pass(Duration.ofSeconds(seconds));
            status(exchange.method().equals(method) ? status : 404, headers).serve(exchange);
        };
    }

    @Test
    void an_upload() {
        answer(2, "POST", 202, "Location: /v2/team/app/blobs/uploads/1");
        assertTooLate(registry.settings().uploadTimeout(LIMIT), client -> client.uploadBlob(APP, new byte[1]));
        assertThat(registry.count("POST")).isEqualTo(1);
        assertThat(registry.count("PUT")).isZero();
    }

    @Test
    void a_tag_whose_digest_HEAD_does_not_tell() {
        answer(4, "HEAD", 200);
        assertTooLate(
                registry.settings().callTimeout(LIMIT), client -> client.getManifestDigest(APP.toString(), "1.0"));
        assertThat(registry.count("GET")).isZero();
    }

    @Test
    void a_blob_that_HEAD_does_not_find() {
        answer(4, "HEAD", 404);
        assertTooLate(registry.settings().callTimeout(LIMIT), client -> client.findBlobSize(APP, DIGEST));
        assertThat(registry.count("GET")).isZero();
    }
}
