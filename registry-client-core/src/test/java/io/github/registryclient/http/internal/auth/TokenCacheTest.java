package io.github.registryclient.http.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.error.DeadlineExceededException;
import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.http.internal.secret.Secrets;
import io.github.registryclient.http.internal.time.Deadline;
import io.github.registryclient.http.internal.transport.Request;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Tokens are kept while they live, fetched by one for all who want them, and nobody waits longer than it may. */
class TokenCacheTest {
    private final AtomicLong now = new AtomicLong();
    private final TokenCache cache = new TokenCache(new Moved(), 3);
    private final Request request =
            Request.builder("GET", URI.create("https://registry.example/v2/")).build();
    private final AtomicInteger fetches = new AtomicInteger();
    private final CountDownLatch answer = new CountDownLatch(1);
    private final List<Object> got = Collections.synchronizedList(new ArrayList<>());

    private final class Moved extends Clock {
        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(now.get());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static TokenKey key(String scope) {
        return key(Credentials.basic("user", "pass"), scope);
    }

    private static TokenKey key(Credentials credentials, String scope) {
        return new TokenKey(credentials, new Realm(URI.create("https://auth.example/token"), "s"), Scopes.parse(scope));
    }

    private Token token() {
        return new Token("t" + fetches.incrementAndGet(), Secrets.NONE, Scopes.NONE, Grants.UNTOLD, now.get() + 1000);
    }

    private Token get(TokenKey key) throws InterruptedException {
        return get(key, null, Duration.ofMinutes(1), this::token);
    }

    private Token get(TokenKey key, Token refused, Duration allowed, TokenCache.Fetch fetch)
            throws InterruptedException {
        return cache.get(key, refused, request, Deadline.in(allowed, Clock.systemUTC()), fetch);
    }

    private Thread getting(Duration allowed, TokenCache.Fetch fetch) {
        Thread thread = new Thread(() -> {
            try {
                got.add(get(key("a"), null, allowed, fetch));
            } catch (InterruptedException e) {
                got.add("interrupted");
            } catch (RegistryException e) {
                got.add(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        await().pollInterval(Duration.ofMillis(2))
                .until(() -> thread.getState() == Thread.State.WAITING
                        || thread.getState() == Thread.State.TIMED_WAITING
                        || !thread.isAlive());
        return thread;
    }

    private Token answered() throws InterruptedException {
        answer.await();
        return token();
    }

    @Test
    void a_token_is_kept_until_it_ends() throws InterruptedException {
        Token first = get(key("a"));
        now.addAndGet(999);
        assertThat(get(key("a"))).isSameAs(first);
        now.addAndGet(1);
        assertThat(get(key("a"))).isNotSameAs(first);
        assertThat(fetches).hasValue(2);
    }

    @Test
    void another_password_realm_or_scope_gets_another_token() throws InterruptedException {
        Token first = get(key("a"));
        assertThat(get(key("b"))).isNotSameAs(first);
        assertThat(get(key(Credentials.basic("user", "other"), "a"))).isNotSameAs(first);
        Realm other = new Realm(URI.create("https://auth.example/token"), "t");
        TokenKey key = new TokenKey(Credentials.basic("user", "pass"), other, Scopes.parse("a"));
        assertThat(get(key)).isNotSameAs(first);
        assertThat(fetches).hasValue(4);
    }

    @Test
    void a_refused_token_is_dropped_once_for_all_who_had_it() throws InterruptedException {
        Token first = get(key("a"));
        Token second = get(key("a"), first, Duration.ofMinutes(1), this::token);
        assertThat(second).isNotSameAs(first);
        assertThat(get(key("a"), first, Duration.ofMinutes(1), this::token)).isSameAs(second);
        assertThat(fetches).hasValue(2);
    }

    @Test
    void only_so_many_are_kept() throws InterruptedException {
        Token first = get(key("a"));
        get(key("b"));
        get(key("c"));
        assertThat(get(key("a"))).isSameAs(first);
        get(key("d"));
        assertThat(get(key("a"))).isSameAs(first);
        get(key("b"));
        assertThat(fetches).hasValue(5);
    }

    @Test
    void a_failure_is_not_kept() throws InterruptedException {
        assertThatThrownBy(() -> get(key("a"), null, Duration.ofMinutes(1), this::fail))
                .isInstanceOf(NoResponseException.class);
        assertThat(get(key("a"))).isNotNull();
    }

    private Token fail() {
        fetches.incrementAndGet();
        throw new NoResponseException("GET", "https://auth.example/token", "cut", null);
    }

    @Test
    void one_fetches_for_all() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            threads.add(getting(Duration.ofMinutes(1), this::answered));
        }
        answer.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(fetches).hasValue(1);
        assertThat(got).hasSize(20);
        assertThat(Collections.frequency(got, got.get(0))).isEqualTo(20);
    }

    @Test
    void a_failure_of_the_token_server_is_everybodys() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            threads.add(getting(Duration.ofMinutes(1), () -> {
                answer.await();
                return fail();
            }));
        }
        answer.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(got).hasSize(5).allSatisfy(failure -> assertThat(failure).isInstanceOf(NoResponseException.class));
        assertThat(fetches).hasValue(1);
    }

    @Test
    void who_waits_does_so_only_within_its_own_deadline() throws InterruptedException {
        Thread leader = getting(Duration.ofMinutes(1), this::answered);
        assertThatThrownBy(() -> get(key("a"), null, Duration.ofMillis(1), this::token))
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessageContainingAll("registry.example", "not sent");
        answer.countDown();
        leader.join();
        assertThat(fetches).hasValue(1);
    }

    @Test
    void who_waits_can_be_interrupted() throws InterruptedException {
        Thread leader = getting(Duration.ofMinutes(1), this::answered);
        Thread follower = getting(Duration.ofMinutes(1), this::token);
        follower.interrupt();
        follower.join();
        assertThat(got).containsExactly("interrupted");
        answer.countDown();
        leader.join();
    }

    @Test
    void where_the_one_who_fetches_is_interrupted_another_takes_over() throws InterruptedException {
        Thread leader = getting(Duration.ofMinutes(1), this::answered);
        Thread follower = getting(Duration.ofMinutes(1), this::token);
        leader.interrupt();
        follower.join();
        leader.join();
        assertThat(got).hasSize(2).contains("interrupted").hasAtLeastOneElementOfType(Token.class);
    }

    @Test
    void where_the_one_who_fetches_runs_out_of_time_another_takes_over() throws InterruptedException {
        Thread leader = getting(Duration.ofMinutes(1), () -> {
            answer.await();
            throw new DeadlineExceededException("GET", "https://auth.example/token", "too late", null);
        });
        Thread follower = getting(Duration.ofMinutes(1), this::token);
        answer.countDown();
        follower.join();
        leader.join();
        assertThat(got).hasAtLeastOneElementOfType(Token.class);
        assertThat(fetches).hasValue(1);
    }
}
