package io.github.registryclient.http;

import static io.github.registryclient.http.server.ScriptedServer.showingManifest;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.registryclient.AsyncRegistryClient;
import io.github.registryclient.error.ClientClosedException;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** What of the asynchronous client reaches the wire. */
class AsyncClientTest {
    private static final RepositoryName APP = RepositoryName.of("team/app");
    private static final Digest DIGEST = Digest.of(Samples.sha256("x"));

    private final ScriptedServer server = new ScriptedServer(AsyncClientTest::answer);
    private final HttpRegistryClient client = HttpRegistryClient.connect(server.url());
    private final AsyncRegistryClient async = AsyncRegistryClient.over(client, 1);

    /** Silent about {@code team/app}; knows one other repository. */
    private static void answer(Exchange exchange) throws IOException {
        if (exchange.line().contains("/team/app/")) {
            exchange.hold();
        } else if (exchange.line().contains("/known/")) {
            exchange.reply(200, "", "Docker-Content-Digest: " + DIGEST);
        } else {
            exchange.reply(404, Samples.error("NAME_UNKNOWN", "unknown"), "Content-Type: application/json");
        }
    }

    @AfterEach
    void stop() {
        async.close();
        client.close();
        server.close();
    }

    private <T> CompletableFuture<T> underWay(CompletableFuture<T> future) {
        await().until(() -> server.exchanges().size() == 1);
        return future;
    }

    private static Throwable failure(CompletableFuture<?> future) throws Exception {
        return future.handle((result, thrown) -> thrown).get(10, SECONDS);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_17)
    void cancelling_ends_the_connection_of_a_server_that_says_nothing() {
        CompletableFuture<Digest> future = underWay(async.getManifestDigest(APP, DIGEST));
        assertThat(future.cancel(true)).isTrue();
        await().until(() -> server.openConnections() == 0);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_17)
    void so_does_cancelling_what_depends_on_it() {
        CompletableFuture<Integer> stage = underWay(async.listTags(APP)).thenApply(List::size);
        assertThat(stage.cancel(true)).isTrue();
        await().until(() -> server.openConnections() == 0);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_17)
    void so_does_a_timeout_of_the_future() {
        CompletableFuture<InputStream> future = underWay(async.openBlob(APP, DIGEST));
        assertThatThrownBy(() -> future.orTimeout(1, MILLISECONDS).join()).isInstanceOf(CompletionException.class);
        await().until(() -> server.openConnections() == 0);
    }

    @Test
    void on_every_jvm_the_thread_of_a_cancelled_call_makes_the_next_one() throws Exception {
        underWay(async.getManifestDigest(APP, DIGEST)).cancel(true);
        assertThat(async.getManifestDigest("known/app", DIGEST.toString()).get(10, SECONDS))
                .isEqualTo(DIGEST);
    }

    @Test
    void a_call_that_is_cancelled_while_it_waits_for_its_turn_is_never_sent() throws Exception {
        CompletableFuture<Digest> first = underWay(async.getManifestDigest(APP, DIGEST));
        CompletableFuture<?> second = async.deleteManifest("known/app", DIGEST);
        CompletableFuture<Digest> third = async.getManifestDigest("known/app", DIGEST.toString());
        second.cancel(true);
        first.cancel(true);
        assertThat(third.get(10, SECONDS)).isEqualTo(DIGEST);
        assertThat(server.exchanges())
                .extracting(Exchange::line)
                .containsExactly("HEAD /v2/team/app/manifests/" + DIGEST, "HEAD /v2/known/app/manifests/" + DIGEST);
    }

    @Test
    void a_deletion_that_is_cancelled_under_way_is_not_sent_again() throws Exception {
        try (ScriptedServer deleting = new ScriptedServer(showingManifest(Exchange::hold));
                HttpRegistryClient registry = HttpRegistryClient.connect(deleting.url());
                AsyncRegistryClient other = AsyncRegistryClient.over(registry)) {
            CompletableFuture<?> future = other.deleteManifest("team/app", Samples.sha256(Samples.MANIFEST));
            await().until(() -> deleting.exchanges().size() == 2);
            future.cancel(true);
            assertThat(other.getManifestDigest("team/app", "1.0").get(10, SECONDS))
                    .isNotNull();
            assertThat(deleting.exchanges())
                    .filteredOn(exchange -> exchange.method().equals("DELETE"))
                    .hasSize(1);
        }
    }

    @Test
    void closing_ends_what_runs_and_what_waits_and_leaves_the_client_open() throws Exception {
        CompletableFuture<?> first = underWay(async.getManifestDigest(APP, DIGEST));
        CompletableFuture<?> second = async.deleteManifest("known/app", DIGEST);
        async.close();
        assertThat(failure(first)).isInstanceOf(ClientClosedException.class).hasMessageContaining("HEAD ");
        assertThat(failure(second)).isInstanceOf(ClientClosedException.class).hasMessageContaining("nothing was sent");
        assertThat(failure(async.listTags(APP))).isInstanceOf(ClientClosedException.class);
        assertThat(server.exchanges()).hasSize(1);
        assertThat(client.getManifestDigest("known/app", DIGEST)).isEqualTo(DIGEST);
    }

    @Test
    void closing_the_client_beneath_ends_the_calls_too() throws Exception {
        CompletableFuture<?> future = underWay(async.getManifestDigest(APP, DIGEST));
        client.close();
        assertThat(failure(future)).isInstanceOf(ClientClosedException.class);
    }

    @Test
    void a_future_fails_with_what_the_call_throws_and_no_call_throws_itself() throws Exception {
        assertThat(failure(async.listTags("missing"))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(async.listTags("missing")::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(NotFoundException.class);
        assertThat(failure(async.listTags("Not A Name"))).isInstanceOf(InvalidInputException.class);
    }
}
