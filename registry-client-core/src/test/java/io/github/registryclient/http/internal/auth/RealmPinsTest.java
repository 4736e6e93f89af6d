package io.github.registryclient.http.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.DeadlineExceededException;
import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.error.TokenUnavailableException;
import io.github.registryclient.error.UnreachableException;
import io.github.registryclient.http.internal.secret.Secrets;
import io.github.registryclient.http.internal.time.Deadline;
import io.github.registryclient.http.internal.transport.NotSent;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.http.internal.transport.Transport;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** One token server is given credentials, from before they are sent until it turns out that it was never reached. */
class RealmPinsTest {
    private static final URI ROOT = URI.create("https://registry.example/v2/");

    private final RealmPins pins = new RealmPins();
    private final List<String> sent = new ArrayList<>();

    private Reply send(String host, Transport below) throws InterruptedException {
        Transport noting = (request, deadline) -> {
            sent.add(host);
            return below.send(request, deadline);
        };
        return pins.to(realm(host), noting, TokenServers.ANY, ROOT)
                .send(request(host), Deadline.in(Duration.ofSeconds(9), Clock.systemUTC()));
    }

    private void fail(String host, NoResponseException failure) {
        assertFails(() -> send(host, below(failure)), failure);
    }

    private static Transport below(NoResponseException failure) {
        return (request, deadline) -> {
            throw failure;
        };
    }

    private static Realm realm(String host) {
        return new Realm(URI.create("https://" + host + "/token"), "s");
    }

    private static Request request(String host) {
        return Request.builder("GET", realm(host).uri()).build();
    }

    private static DeadlineExceededException late(Exception cause) {
        return new DeadlineExceededException("GET", "https://one.example/token", "too late", cause);
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
        fail("one.example", NotSent.denied(unreachable(), request("one.example")));
        assertRefused("two.example");
    }

    /** Such as one that drops what comes to it. */
    @Test
    void it_is_given_up_where_no_connection_or_turn_was_to_be_had_in_time() {
        fail("one.example", late(new HttpConnectTimeoutException("HTTP connect timed out")));
        fail("two.example", late(new NotSent()));
        fail("three.example", late(new HttpTimeoutException("request timed out")));
        assertRefused("one.example");
    }

    @Test
    void a_refusal_does_not_show_a_secret_that_the_host_quotes() {
        fail("one.example", unheard());
        Request request = request("s3cr3tpassword.example").knowing(Secrets.of("S3cr3tPassWord"));
        assertThatThrownBy(() -> pins.to(realm("s3cr3tpassword.example"), below(unheard()), TokenServers.ANY, ROOT)
                        .send(request, Deadline.in(Duration.ofSeconds(9), Clock.systemUTC())))
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessageContainingAll("https://one.example", "https://….example")
                .hasMessageNotContaining("s3cr3tpassword");
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
