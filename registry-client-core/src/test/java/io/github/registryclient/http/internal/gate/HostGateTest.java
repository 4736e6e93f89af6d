package io.github.registryclient.http.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.registryclient.error.UnreachableException;
import io.github.registryclient.http.internal.time.Deadline;
import io.github.registryclient.http.internal.time.RealPauses;
import io.github.registryclient.http.internal.transport.Events;
import io.github.registryclient.http.internal.transport.Replies;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The gate lets through in the order of coming, also where who leaves comes back at once. */
class HostGateTest {
    private final List<String> served = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch answer = new CountDownLatch(1);
    private final HostGate gate =
            new HostGate(this::serve, new GateSettings(1, 0, new RealPauses()), Clock.systemUTC(), Events.NONE);

    private Reply serve(Request request, Deadline deadline) throws InterruptedException {
        served.add(request.uri().getPath());
        answer.await();
        return Replies.to(request, 200, "", Map.of());
    }

    private Thread sending(String... paths) {
        return sending(() -> List.of(paths).forEach(path -> send(gate, path)));
    }

    private static Thread sending(Runnable calls) {
        Thread thread = new Thread(calls);
        thread.setDaemon(true);
        thread.start();
        await().pollInterval(Duration.ofMillis(2))
                .until(() ->
                        thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING);
        return thread;
    }

    private static void send(HostGate through, String path) {
        Request request = Request.builder("GET", URI.create("http://localhost:5000" + path))
                .build();
        try {
            through.send(request, Deadline.in(Duration.ofMinutes(1), Clock.systemUTC()));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void who_waits_is_served_before_who_comes_back() throws InterruptedException {
        List<String> waiting = List.of("/1", "/2", "/3", "/4", "/5");
        List<Thread> threads = new ArrayList<>();
        threads.add(sending("/busy", "/again", "/and-again"));
        threads.addAll(waiting.stream().map(path -> sending(path)).collect(Collectors.toList()));

        answer.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(served)
                .startsWith("/busy", "/1", "/2", "/3", "/4", "/5")
                .endsWith("/again", "/and-again")
                .hasSize(8);
    }

    /** Two at a time pass until the host says that this is too much for its connection; then one. */
    @Test
    void more_requests_than_an_http2_connection_takes_teach_it_to_send_fewer() throws InterruptedException {
        AtomicInteger refusals = new AtomicInteger();
        HostGate two = new HostGate(
                (request, deadline) -> {
                    if (request.uri().getPath().equals("/refused") && refusals.incrementAndGet() == 1) {
                        throw new UnreachableException(
                                "GET", request.shownUri(), "not sent", new IOException("too many concurrent streams"));
                    }
                    return serve(request, deadline);
                },
                new GateSettings(2, 0, millis -> {}),
                Clock.systemUTC(),
                Events.NONE);
        assertThatThrownBy(() -> send(two, "/refused")).isInstanceOf(UnreachableException.class);

        List<Thread> threads = List.of(sending(() -> send(two, "/1")), sending(() -> send(two, "/2")));
        assertThat(served).containsExactly("/1");
        answer.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(served).containsExactly("/1", "/2");
    }
}
