package io.github.registryclient.http.internal.auth;

import io.github.registryclient.http.internal.time.Deadline;
import io.github.registryclient.http.internal.transport.Request;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one account at one registry, the last ones used. What several threads want at once is fetched by one of them.
 * Failures are not kept. Thread-safe.
 */
final class TokenCache {
    /** Fetches a token. */
    @FunctionalInterface
    interface Fetch {
        Token fetch() throws InterruptedException;
    }

    private final Clock clock;
    private final Map<TokenKey, Token> tokens;
    private final Map<TokenKey, Flight<Token>> flights = new HashMap<>();

    TokenCache(Clock clock, int most) {
        this.clock = clock;
        this.tokens = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<TokenKey, Token> eldest) {
                return size() > most;
            }
        };
    }

    /** The token for a key, kept or fetched, but never the one that was refused. */
    Token get(TokenKey key, @Nullable Token refused, Request request, Deadline deadline, Fetch fetch)
            throws InterruptedException {
        while (true) {
            Flight<Token> flight;
            synchronized (this) {
                Token kept = tokens.get(key);
                if (kept != null && kept != refused && kept.isUsable(clock.millis())) {
                    return kept;
                }
                flight = flights.get(key);
                if (flight == null) {
                    tokens.remove(key);
                    flights.put(key, new Flight<>());
                }
            }
            if (flight == null) {
                return lead(key, fetch);
            }
            Optional<Token> fetched = flight.await(request, deadline);
            if (fetched.isPresent()) {
                return fetched.get();
            }
        }
    }

    /** The registry does not know it any more; nobody is to send it again. */
    synchronized void drop(Token refused) {
        tokens.values().remove(refused);
    }

    private Token lead(TokenKey key, Fetch fetch) throws InterruptedException {
        Token token = null;
        Throwable failure = null;
        try {
            token = fetch.fetch();
            return token;
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        } finally {
            land(key, token, failure);
        }
    }

    /** Kept before those who wait are woken, so that nobody who comes then fetches it again. */
    private void land(TokenKey key, @Nullable Token token, @Nullable Throwable failure) {
        Flight<Token> flight;
        synchronized (this) {
            flight = flights.remove(key);
            if (token != null) {
                tokens.put(key, token);
            }
        }
        if (flight != null && token != null) {
            flight.land(token);
        } else if (flight != null) {
            flight.crash(failure);
        }
    }
}
