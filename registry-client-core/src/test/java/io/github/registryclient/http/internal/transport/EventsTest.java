package io.github.registryclient.http.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.http.event.ClientListener;
import io.github.registryclient.http.event.RequestAttempt;
import io.github.registryclient.http.event.RequestOutcome;
import io.github.registryclient.http.event.Retry;
import io.github.registryclient.http.event.Route;
import io.github.registryclient.http.event.ServerWarning;
import io.github.registryclient.http.event.Wait;
import io.github.registryclient.http.internal.address.Origin;
import java.net.URI;
import java.time.Duration;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

/** What is told fails no call, however broken those are to whom it is told. */
class EventsTest {
    private static final URI REGISTRY = URI.create("http://localhost:5000/v2/");

    private static RequestAttempt attempt() {
        RequestAttempt.Builder attempt = RequestAttempt.builder();
        return attempt.id(1)
                .method("GET")
                .uri(REGISTRY.toString())
                .host("localhost:5000")
                .route(Route.ROOT)
                .build();
    }

    private static Retry retry() {
        Retry.Builder retry = Retry.builder();
        return retry.method("GET")
                .uri(REGISTRY.toString())
                .host("localhost:5000")
                .route(Route.ROOT)
                .failedAttempt(1)
                .failure(new NoResponseException("GET", REGISTRY.toString(), "cut", null))
                .delay(Duration.ofSeconds(7))
                .build();
    }

    private static Wait pause() {
        Wait.Builder wait = Wait.builder();
        return wait.reason(Wait.Reason.SLOW_DOWN)
                .time(Duration.ofSeconds(7))
                .host("localhost:5000")
                .route(Route.ROOT)
                .build();
    }

    @Test
    void a_log_that_throws_when_it_is_asked_whether_it_wants_to_know_fails_nothing() {
        EventLog log = new EventLog(BrokenLogger::new);

        assertThat(log.wantsRequests()).isFalse();
        assertThat(log.wantsRetries()).isFalse();
        assertThat(log.wantsWaits()).isFalse();
        assertThat(log.wantsTokens()).isFalse();
        assertThatCode(() -> {
                    RequestOutcome.Builder outcome = RequestOutcome.builder();
                    log.finished(outcome.attempt(attempt())
                            .status(200)
                            .time(Duration.ZERO)
                            .build());
                    log.retrying(retry());
                    log.waiting(pause());
                    log.warned(Origin.of(REGISTRY), "old");
                })
                .doesNotThrowAnyException();
    }

    /** A listener that waits and is interrupted takes the interrupt from the call, which has to end. */
    @Test
    void the_interrupt_that_a_listener_throws_stays_with_the_thread() {
        Events events = Events.unlogged(new ClientListener() {
            @Override
            public void warned(ServerWarning warning) {
                throw EventsTest.<RuntimeException>unchecked(new InterruptedException());
            }
        });

        events.warning(Origin.of(REGISTRY), "old");

        assertThat(Thread.interrupted()).isTrue();
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> RuntimeException unchecked(Throwable failure) throws T {
        throw (T) failure;
    }

    private static final class BrokenLogger implements System.Logger {
        private final String name;

        BrokenLogger(String name) {
            this.name = name;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean isLoggable(Level level) {
            throw new IllegalStateException("disk full");
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String text, Throwable thrown) {
            throw new IllegalStateException("disk full");
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
            throw new IllegalStateException("disk full");
        }
    }
}
