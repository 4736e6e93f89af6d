package io.github.registryclient.http.retry;

import static io.github.registryclient.http.retry.TroubledRegistry.APP;
import static io.github.registryclient.http.retry.TroubledRegistry.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.registryclient.error.CallInterruptedException;
import io.github.registryclient.error.ClientClosedException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.event.ClientListener;
import io.github.registryclient.http.event.Wait;
import io.github.registryclient.http.internal.time.RealPauses;
import io.github.registryclient.name.Tag;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Real waits, which would take a minute here, end at once with an interrupt or the client. */
class WaitEndsTest {
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final CountDownLatch waiting = new CountDownLatch(1);

    private Thread listing(HttpRegistryClient client) throws InterruptedException {
        return waitingIn(() -> client.listTags(APP).toList());
    }

    private Thread waitingIn(Runnable call) throws InterruptedException {
        Thread thread = new Thread(() -> {
            try {
                call.run();
            } catch (RegistryException e) {
                failure.set(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        waiting.await();
        return thread;
    }

    private HttpRegistryClient waitingFor(TroubledRegistry registry) {
        return registry.settings()
                .clock(Clock.systemUTC())
                .pauses(new RealPauses())
                .listener(new ClientListener() {
                    @Override
                    public void waiting(Wait wait) {
                        waiting.countDown();
                    }
                })
                .build();
    }

    @Test
    void an_interrupt_ends_a_wait() throws InterruptedException {
        try (TroubledRegistry registry = new TroubledRegistry("GET").always(status(429, "Retry-After: 60"));
                HttpRegistryClient client = waitingFor(registry)) {
            Thread thread = listing(client);
            thread.interrupt();
            await().untilAsserted(() -> assertThat(failure.get()).isInstanceOf(CallInterruptedException.class));
            assertThat(registry.seen()).hasSize(1);
        }
    }

    @Test
    void closing_the_client_ends_a_wait() throws InterruptedException {
        try (TroubledRegistry registry = new TroubledRegistry("GET").always(status(503, "Retry-After: 60"))) {
            HttpRegistryClient client = waitingFor(registry);
            Thread thread = listing(client);
            client.close();
            await().untilAsserted(() -> assertThat(failure.get()).isInstanceOf(ClientClosedException.class));
            thread.join();
            assertThat(registry.seen()).hasSize(1);
        }
    }

    @Test
    void an_interrupt_ends_the_wait_between_two_deletions() throws InterruptedException {
        try (TroubledRegistry registry = new TroubledRegistry("DELETE").always(status(429, "Retry-After: 60"));
                HttpRegistryClient client = waitingFor(registry)) {
            Thread thread = waitingIn(() -> client.deleteTag(APP, Tag.of("1.0")));
            thread.interrupt();
            await().untilAsserted(() -> assertThat(failure.get()).isInstanceOf(CallInterruptedException.class));
            assertThat(registry.count("DELETE")).isEqualTo(1);
        }
    }

    @Test
    void so_does_closing_the_client() throws InterruptedException {
        try (TroubledRegistry registry = new TroubledRegistry("DELETE").always(status(429, "Retry-After: 60"))) {
            HttpRegistryClient client = waitingFor(registry);
            Thread thread = waitingIn(() -> client.deleteTag(APP, Tag.of("1.0")));
            client.close();
            await().untilAsserted(() -> assertThat(failure.get()).isInstanceOf(ClientClosedException.class));
            thread.join();
            assertThat(registry.count("DELETE")).isEqualTo(1);
        }
    }
}
