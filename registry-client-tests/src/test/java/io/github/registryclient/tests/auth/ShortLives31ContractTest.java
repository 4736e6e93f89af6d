package io.github.registryclient.tests.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.tokenserver.TokenServerBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * The contract on distribution 3.1 with tokens that it refuses after some seconds, while they say that they live for minutes:
 * their server's clock is behind. Each is replaced in the middle, after the refusal.
 */
class ShortLives31ContractTest extends TestkitToken31Contract {
    private static final Duration LIFE = Duration.ofMinutes(5);
    /** How much longer distribution believes a token. */
    private static final Duration LEEWAY = Duration.ofMinutes(1);

    private static final Duration LEFT = Duration.ofSeconds(8);

    @Override
    TokenServerBuilder server() {
        Duration behind = LIFE.plus(LEEWAY).minus(LEFT);
        return super.server().lifetime(LIFE).clock(Clock.offset(Clock.systemUTC(), behind.negated()));
    }

    @Override
    Credentials credentials() {
        return Credentials.basic(Accounts.USER, Accounts.PASSWORD);
    }

    @Test
    void a_token_is_replaced_as_soon_as_it_is_refused() {
        RepositoryName name = RepositoryName.of(Accounts.USER + "/renewed");
        AtomicInteger calls = new AtomicInteger();
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> {
            calls.incrementAndGet();
            client.listReferrers(name, nobodys()).toList();
            return fetched(name) >= 3;
        });
        assertThat(calls).as("one token is for many calls").hasValueGreaterThan(fetched(name));
    }

    private int fetched(RepositoryName name) {
        return (int) tokens.requests().stream()
                .filter(request -> mentions(request.scopes(), name))
                .count();
    }

    private static boolean mentions(List<String> scopes, RepositoryName name) {
        return scopes.stream().anyMatch(scope -> scope.startsWith("repository:" + name + ":"));
    }
}
