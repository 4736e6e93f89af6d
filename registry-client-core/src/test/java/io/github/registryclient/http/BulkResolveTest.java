package io.github.registryclient.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.registryclient.ResolvedTags;
import io.github.registryclient.error.CallInterruptedException;
import io.github.registryclient.error.ClientClosedException;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many tags side by side: in order, complete or failed. */
class BulkResolveTest {
    private final ScriptedServer server = new ScriptedServer(BulkResolveTest::answer);
    private final HttpRegistryClient client =
            HttpRegistryClient.builder(server.url()).retries(0).concurrency(4).build();
    private final RepositoryName app = RepositoryName.of("team/app");

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    /** The digest of a tag is that of its name; some names stand for what can go wrong. */
    private static void answer(Exchange exchange) throws IOException {
        String name = exchange.line().replaceAll(".*/", "");
        if (name.startsWith("dangling")) {
            exchange.reply(404, Samples.error("MANIFEST_UNKNOWN", ""), "Content-Type: application/json");
        } else if (name.startsWith("denied")) {
            exchange.reply(403, Samples.error("DENIED", ""), "Content-Type: application/json");
        } else if (name.startsWith("norepo")) {
            exchange.reply(404, Samples.error("NAME_UNKNOWN", ""), "Content-Type: application/json");
        } else if (name.startsWith("ingress")) {
            exchange.reply(404, "default backend", "Content-Type: text/plain");
        } else if (name.startsWith("gateway")) {
            exchange.reply(404, "{\"errors\":{\"path\":[\"no route\"]}}", "Content-Type: application/json");
        } else if (name.startsWith("refused")) {
            exchange.reply(404, Samples.error("DENIED", ""), "Content-Type: application/json");
        } else if (name.startsWith("route")) {
            exchange.reply(404, "{\"success\":false,\"errors\":[{\"code\":7003,\"message\":\"no route\"}]}");
        } else if (name.startsWith("hang")) {
            exchange.hold();
        } else {
            exchange.reply(200, "", "Docker-Content-Digest: " + Samples.sha256(name));
        }
    }

    private static List<Tag> tags(String... names) {
        return List.of(names).stream().map(Tag::of).collect(Collectors.toList());
    }

    private static List<Tag> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Tag.of("t" + i))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    @Test
    void many_more_tags_than_workers_come_out_in_the_order_asked_for() {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        List<Tag> tags = many(500);
        Collections.shuffle(tags, new Random(seed));

        ResolvedTags resolved = client.resolveTags(app, tags);

        assertThat(new ArrayList<>(resolved.digests().keySet()))
                .as("seed " + seed)
                .isEqualTo(tags);
        resolved.digests()
                .forEach((tag, digest) -> assertThat(digest).isEqualTo(Digest.of(Samples.sha256(tag.toString()))));
        assertThat(server.exchanges()).hasSize(500);
    }

    @Test
    void nothing_and_one_and_repetitions_work() {
        assertThat(client.resolveTags(app, List.of()).digests()).isEmpty();
        assertThat(client.resolveTags(app, tags("a")).digests()).hasSize(1);
        assertThat(client.resolveTags(app, tags("a", "b", "a")).digests().keySet())
                .containsExactlyElementsOf(tags("a", "b"));
        assertThat(server.exchanges()).hasSize(3);
    }

    @Test
    void tags_whose_manifest_is_gone_are_told_apart() {
        ResolvedTags resolved = client.resolveTags(app, tags("a", "dangling", "b", "dangling2"));
        assertThat(resolved.digests().keySet()).containsExactlyElementsOf(tags("a", "b"));
        assertThat(resolved.dangling()).containsExactlyElementsOf(tags("dangling", "dangling2"));
    }

    @Test
    void a_missing_repository_or_an_ingress_makes_no_tag_dangling() {
        assertThatThrownBy(() -> client.resolveTags(app, tags("a", "norepo"))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> client.resolveTags(app, tags("a", "refused"))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> client.resolveTags(app, tags("a", "route"))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> client.resolveTags(app, tags("a", "ingress"))).isInstanceOf(RegistryException.class);
        assertThatThrownBy(() -> client.resolveTags(app, tags("a", "gateway"))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void the_first_failure_fails_all_and_stops_the_rest() {
        List<Tag> tags = many(2000);
        tags.set(20, Tag.of("denied"));
        assertThatThrownBy(() -> client.resolveTags(app, tags)).isInstanceOf(NotPermittedException.class);
        assertThat(server.exchanges()).hasSizeLessThan(1000);
    }

    @Test
    void a_failure_ends_the_helpers_that_still_wait() {
        List<Tag> tags = tags("denied", "hang1", "hang2", "hang3");
        BackgroundCall call = BackgroundCall.start(() -> client.resolveTags(app, tags));
        assertThat(call.failure()).isInstanceOf(NotPermittedException.class);
        assertThat(call.wasInterrupted()).isFalse();
    }

    @Test
    void an_interrupt_ends_all_and_keeps_the_flag() {
        BackgroundCall call = BackgroundCall.start(() -> client.resolveTags(app, tags("hang1", "hang2", "hang3")));
        await().until(() -> server.exchanges().size() == 3);
        call.awaitBlocked();
        call.interrupt();
        assertThat(call.failure()).isInstanceOf(CallInterruptedException.class);
        assertThat(call.wasInterrupted()).isTrue();
    }

    @Test
    void closing_the_client_ends_all_and_sets_no_flag() {
        BackgroundCall call = BackgroundCall.start(() -> client.resolveTags(app, tags("hang1", "hang2", "hang3")));
        await().until(() -> server.exchanges().size() == 3);
        call.awaitBlocked();
        client.close();
        assertThat(call.failure()).isInstanceOf(ClientClosedException.class);
        assertThat(call.wasInterrupted()).isFalse();
    }

    @Test
    void bulk_calls_side_by_side_all_get_on() {
        List<BackgroundCall> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            calls.add(BackgroundCall.start(() -> client.resolveTags(app, many(200))));
        }
        assertThat(calls)
                .allSatisfy(call ->
                        assertThat(((ResolvedTags) call.result()).digests()).hasSize(200));
    }

    @Test
    void one_connection_is_enough() {
        try (HttpRegistryClient narrow = HttpRegistryClient.builder(server.url())
                .retries(0)
                .concurrency(1)
                .build()) {
            assertThat(narrow.resolveTags(app, many(50)).digests()).hasSize(50);
        }
        assertThat(server.mostConnections()).isEqualTo(1);
    }
}
