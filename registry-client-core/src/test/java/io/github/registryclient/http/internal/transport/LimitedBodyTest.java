package io.github.registryclient.http.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.http.internal.coding.BodyDecoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of the body of an answer, without a server. */
class LimitedBodyTest {
    private final BodyTimer timer = new BodyTimer();

    /** Whether the connection was given up. */
    private static final class Connection implements Subscription {
        private boolean cancelled;

        @Override
        public void request(long count) {
            // all of it comes anyway
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }

    private final Connection connection = new Connection();

    @AfterEach
    void stop() {
        timer.close();
    }

    private LimitedBody begun(boolean truncating) {
        LimitedBody body = new LimitedBody(timer, 60_000, 4, truncating, BodyDecoder.plain());
        body.onSubscribe(connection);
        return body;
    }

    private static List<ByteBuffer> bytes(String text) {
        return List.of(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(LimitedBody body) {
        return new String(body.getBody().toCompletableFuture().join().bytes().toByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void an_error_longer_than_its_limit_is_cut_and_its_connection_given_up() {
        LimitedBody body = begun(true);
        body.onNext(bytes("abcdef"));
        assertThat(text(body)).isEqualTo("abcd");
        assertThat(connection.cancelled).isTrue();
    }

    @Test
    void an_error_that_was_cut_short_is_what_came_of_it() {
        LimitedBody body = begun(true);
        body.onNext(bytes("ab"));
        body.onError(new IOException("closed"));
        assertThat(text(body)).isEqualTo("ab");
    }

    @Test
    void a_success_that_was_cut_short_is_none() {
        LimitedBody body = begun(false);
        body.onNext(bytes("ab"));
        body.onError(new IOException("closed"));
        assertThatThrownBy(body.getBody().toCompletableFuture()::join)
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void a_body_that_nobody_waits_for_gives_its_connection_up() {
        LimitedBody body = begun(false);
        body.abandon();
        assertThat(connection.cancelled).isTrue();
        assertThat(body.getBody().toCompletableFuture()).isCompletedExceptionally();
    }

    @Test
    void a_body_that_was_abandoned_before_it_began_gives_its_connection_up_when_it_begins() {
        LimitedBody body = new LimitedBody(timer, 60_000, 4, false, BodyDecoder.plain());
        body.abandon();
        body.onSubscribe(connection);
        assertThat(connection.cancelled).isTrue();
    }
}
