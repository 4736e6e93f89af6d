package io.github.registryclient.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.registryclient.error.CallInterruptedException;
import io.github.registryclient.error.ClientClosedException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.RepositoryName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls that wait for a token end when they are to end: those that fetch it and those that wait for the ones that do. */
class WaitingForTokensTest {
    private final CountDownLatch answer = new CountDownLatch(1);
    private final PlayedTokenRegistry registry = new PlayedTokenRegistry();
    private final HttpRegistryClient client = HttpRegistryClient.builder(registry.url())
            .retries(0)
            .credentials("user", "pass")
            .build();
    private final List<Object> ends = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stop() {
        answer.countDown();
        client.close();
        registry.close();
    }

    private Thread listing() {
        Thread thread = new Thread(() -> {
            try {
                ends.add(client.listTags(RepositoryName.of("team/app")).toList());
            } catch (RegistryException e) {
                ends.add(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Some that wait for one that waits for the token server, all of them at the latest step that they reach. */
    private List<Thread> waiting(int count) {
        registry.desk = (exchange, account, scopes) -> {
            try {
                answer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            registry.grant(exchange, scopes, "");
        };
        List<Thread> threads = new ArrayList<>();
        threads.add(listing());
        await().until(() -> registry.asked.size() == 1);
        for (int i = 1; i < count; i++) {
            Thread thread = listing();
            threads.add(thread);
            await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        }
        return threads;
    }

    @Test
    void closing_the_client_ends_them_all() throws InterruptedException {
        List<Thread> threads = waiting(4);
        client.close();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(ends).hasSize(4).allSatisfy(end -> assertThat(end).isInstanceOf(ClientClosedException.class));
    }

    @Test
    void one_that_is_interrupted_ends_alone() throws InterruptedException {
        List<Thread> threads = waiting(3);
        threads.get(2).interrupt();
        threads.get(2).join();
        assertThat(ends).singleElement().isInstanceOf(CallInterruptedException.class);
        answer.countDown();
        threads.get(0).join();
        threads.get(1).join();
        assertThat(ends).hasSize(3).filteredOn(end -> end instanceof List).hasSize(2);
        assertThat(registry.asked).hasSize(1);
    }

    @Test
    void where_the_one_that_fetches_is_interrupted_another_fetches() throws InterruptedException {
        List<Thread> threads = waiting(3);
        threads.get(0).interrupt();
        threads.get(0).join();
        answer.countDown();
        threads.get(1).join();
        threads.get(2).join();
        assertThat(ends).hasSize(3).filteredOn(end -> end instanceof List).hasSize(2);
        assertThat(registry.asked).hasSize(2);
    }
}
