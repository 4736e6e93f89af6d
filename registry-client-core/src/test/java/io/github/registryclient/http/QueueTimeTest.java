package io.github.registryclient.http;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.registryclient.http.event.ClientListener;
import io.github.registryclient.http.event.Wait;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The time of an attempt begins when it is sent, not when it queues. Answers come after a third of that time and many of them,
 * instead of few just below it, so that a busy machine has room.
 */
class QueueTimeTest {
    private static final Duration ATTEMPT = Duration.ofSeconds(3);
    private static final int CALLS = 6;

    private final Digest digest = Digest.of(Samples.sha256("x"));
    private final CountDownLatch never = new CountDownLatch(1);
    private final List<Duration> queued = new CopyOnWriteArrayList<>();
    private final ClientListener listener = new ClientListener() {
        @Override
        public void waiting(Wait wait) {
            if (wait.reason() == Wait.Reason.QUEUE) {
                queued.add(wait.time());
            }
        }
    };

    @Test
    void waiting_in_the_queue_does_not_count_against_the_time_of_an_attempt() {
        List<Tag> tags =
                IntStream.range(0, CALLS).mapToObj(i -> Tag.of("t" + i)).collect(Collectors.toList());
        try (ScriptedServer server = new ScriptedServer(exchange -> {
                    try {
                        assertThat(never.await(ATTEMPT.toMillis() / 3, MILLISECONDS))
                                .isFalse();
                    } catch (InterruptedException e) {
                        return;
                    }
                    exchange.reply(200, "", "Docker-Content-Digest: " + digest);
                });
                HttpRegistryClient client = HttpRegistryClient.builder(server.url())
                        .retries(0)
                        .concurrency(1)
                        .attemptTimeout(ATTEMPT)
                        .listener(listener)
                        .build()) {
            List<BackgroundCall> calls = tags.stream()
                    .map(tag ->
                            BackgroundCall.start(() -> client.getManifestDigest(RepositoryName.of("team/app"), tag)))
                    .collect(Collectors.toList());
            await().atMost(Duration.ofMinutes(1)).until(() -> calls.stream().noneMatch(BackgroundCall::isRunning));
            assertThat(calls).allSatisfy(call -> assertThat(call.result()).isEqualTo(digest));
            assertThat(server.exchanges()).as("none was sent twice").hasSize(CALLS);
            assertThat(queued).as("some queued longer").anyMatch(time -> time.compareTo(ATTEMPT) > 0);
        }
    }
}
