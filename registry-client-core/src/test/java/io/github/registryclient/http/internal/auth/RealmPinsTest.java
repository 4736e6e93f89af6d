package io.github.registryclient.http.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.error.TokenUnavailableException;
import io.github.registryclient.error.UnreachableException;
import io.github.registryclient.http.internal.time.Deadline;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.http.internal.transport.Transport;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** One token server is given credentials, from before they are sent until it turns out that it was never reached. */
class RealmPinsTest {
    private final RealmPins pins = new RealmPins();
    private final List<String> sent = new ArrayList<>();

    private Reply send(String host, Transport below) throws InterruptedException {
        URI uri = URI.create("https://" + host + "/token");
        Transport noting = (request, deadline) -> {
            sent.add(host);
            return below.send(request, deadline);
        };
        return pins.to(new Realm(uri, "s"), noting, TokenServers.ANY, URI.create("https://registry.example/v2/"))
                .send(Request.builder("GET", uri).build(), Deadline.in(Duration.ofSeconds(9), Clock.systemUTC()));
    }

    private void fail(String host, NoResponseException failure) {
        assertFails(
                () -> send(host, (request, deadline) -> {
                    throw failure;
                }),
                failure);
    }

    private static void assertFails(ThrowingCallable call, NoResponseException failure) {
        assertThatThrownBy(call).isSameAs(failure);
    }

    private void assertRefused(String host) {
        List<String> before = List.copyOf(sent);
        assertThatThrownBy(() -> send(host, (request, deadline) -> {
                    throw unheard();
                }))
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessageContaining("https://" + host);
        assertThat(sent).isEqualTo(before);
    }

    private static UnreachableException unreachable() {
        return new UnreachableException("GET", "https://one.example/token", "nobody there", null);
    }

    private static NoResponseException unheard() {
        return new NoResponseException("GET", "https://one.example/token", "cut", null);
    }

    @Test
    void it_is_kept_to_once_something_may_have_come_there() {
        fail("one.example", unheard());
        assertRefused("two.example");
        fail("one.example", unreachable());
        assertRefused("two.example");
    }

    @Test
    void it_is_given_up_where_nothing_came_there() {
        fail("one.example", unreachable());
        fail("two.example", unheard());
        assertRefused("one.example");
    }

    @Test
    void it_is_kept_to_where_an_attempt_before_may_have_come_there() {
        UnreachableException last = unreachable();
        last.addSuppressed(unheard());
        fail("one.example", last);
        assertRefused("two.example");
    }

    @Test
    void of_two_at_a_time_one_is_refused() {
        UnreachableException outer = unreachable();
        assertFails(
                () -> send("one.example", (request, deadline) -> {
                    assertRefused("two.example");
                    throw outer;
                }),
                outer);
    }

    @Test
    void it_is_kept_to_while_another_request_is_under_way_there() {
        NoResponseException outer = unheard();
        assertFails(
                () -> send("one.example", (request, deadline) -> {
                    fail("one.example", unreachable());
                    assertRefused("two.example");
                    throw outer;
                }),
                outer);
        assertRefused("two.example");
    }
}
