package io.github.registryclient.http.retry;

import static io.github.registryclient.http.retry.TroubledRegistry.APP;
import static io.github.registryclient.http.retry.TroubledRegistry.DIGEST;
import static io.github.registryclient.http.retry.TroubledRegistry.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.Capabilities;
import io.github.registryclient.DeleteResult;
import io.github.registryclient.DeleteResult.Outcome;
import io.github.registryclient.auth.Credentials;
import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A connection that the server gave up while it lay in the pool is no failure of what is sent on it next. */
class StaleConnectionTest {
    @Test
    void a_deletion_on_it_is_carried_out() {
        try (TroubledRegistry registry = new TroubledRegistry("DELETE").first(Exchange::cut);
                HttpRegistryClient client = registry.client()) {
            assertThat(client.deleteManifest(APP, DIGEST)).isEqualTo(DeleteResult.of(Outcome.DELETED));
        }
    }

    /** The JDK's client repeats GET and HEAD by itself, but no POST. */
    @Test
    void a_refresh_token_is_posted_again() {
        AtomicInteger posts = new AtomicInteger();
        PlayedTime time = new PlayedTime();
        try (ScriptedServer server = new ScriptedServer(exchange -> {
                    if (exchange.method().equals("POST") && posts.incrementAndGet() <= 2) {
                        exchange.cut();
                    } else if (exchange.method().equals("POST")) {
                        exchange.reply(200, "{\"access_token\":\"t1\"}", "Content-Type: application/json");
                    } else if (exchange.header("Authorization").isEmpty()) {
                        exchange.reply(401, "", "WWW-Authenticate: Bearer realm=\"/token\",service=\"played\"");
                    } else {
                        exchange.reply(200, "{\"tags\":[\"1.0\"]}", "Content-Type: application/json");
                    }
                });
                HttpRegistryClient client = HttpRegistryClient.builder(server.url())
                        .credentials(CredentialsProvider.fixed(Credentials.identityToken("refresh")))
                        .clock(time)
                        .pauses(time)
                        .build()) {
            assertThat(client.listTags(APP).toList()).hasSize(1);
            List<String> lines = server.exchanges().stream().map(Exchange::line).collect(Collectors.toList());
            assertThat(lines)
                    .containsExactly(
                            "GET /v2/", "POST /token", "POST /token", "POST /token", "GET /v2/team/app/tags/list");
        }
    }

    @Test
    void an_upload_is_opened_again() {
        AtomicInteger posts = new AtomicInteger();
        PlayedTime time = new PlayedTime();
        try (ScriptedServer server = new ScriptedServer(exchange -> {
                    switch (exchange.method()) {
                        case "POST":
                            if (posts.incrementAndGet() == 1) {
                                exchange.cut();
                            } else {
                                exchange.reply(202, "", "Location: /v2/team/app/blobs/uploads/2");
                            }
                            return;
                        case "PUT":
                            exchange.reply(201, "", "Docker-Content-Digest: " + Samples.sha256("hello"));
                            return;
                        default:
                            exchange.reply(404, "");
                    }
                });
                HttpRegistryClient client = HttpRegistryClient.builder(server.url())
                        .clock(time)
                        .pauses(time)
                        .build()) {
            assertThat(client.uploadBlob(APP, "hello".getBytes(UTF_8)).toString())
                    .isEqualTo(Samples.sha256("hello"));
            assertThat(posts.get()).isEqualTo(2);
            assertThat(time.waits).hasSize(1);
        }
    }

    @Test
    void one_that_was_answered_with_an_error_is_not() {
        try (TroubledRegistry registry = new TroubledRegistry("POST").always(status(502));
                HttpRegistryClient client = registry.client()) {
            registry.manifestIsThere = false;
            assertThatThrownBy(() -> client.uploadBlob(APP, "hello".getBytes(UTF_8)))
                    .isInstanceOf(ErrorResponseException.class);
            assertThat(registry.count("POST")).isEqualTo(1);
        }
    }

    @Test
    void the_deletions_of_what_nobody_has_that_probe_a_registry_are_sent_again() {
        AtomicInteger deletions = new AtomicInteger();
        PlayedTime time = new PlayedTime();
        try (ScriptedServer server = new ScriptedServer(exchange -> {
                    if (exchange.line().endsWith("/v2/")) {
                        exchange.reply(200, "{}", "Docker-Distribution-Api-Version: registry/2.0");
                    } else if (exchange.method().equals("DELETE") && deletions.incrementAndGet() % 2 == 1) {
                        exchange.cut();
                    } else {
                        exchange.reply(
                                404, Samples.error("MANIFEST_UNKNOWN", "unknown"), "Content-Type: application/json");
                    }
                });
                HttpRegistryClient client = HttpRegistryClient.builder(server.url())
                        .clock(time)
                        .pauses(time)
                        .build()) {
            Capabilities capabilities = client.probeCapabilities(APP);
            assertThat(capabilities.deletion()).isEqualTo(Capabilities.Deletion.ENABLED);
            assertThat(capabilities.tagDeletion()).isEqualTo(Capabilities.Support.YES);
            assertThat(deletions.get()).isEqualTo(4);
        }
    }
}
