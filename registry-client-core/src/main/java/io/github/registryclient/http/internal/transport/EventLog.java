package io.github.registryclient.http.internal.transport;

import io.github.registryclient.http.event.ClientListener;
import io.github.registryclient.http.event.RequestAttempt;
import io.github.registryclient.http.event.RequestOutcome;
import io.github.registryclient.http.event.Retry;
import io.github.registryclient.http.event.TokenFetch;
import io.github.registryclient.http.event.Wait;
import io.github.registryclient.http.internal.address.Origin;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the layers tell, in the log: what an operator should see as it is (a registry's warnings, long waits), the rest at DEBUG.
 * The names of the loggers are documented. A broken log fails nothing.
 */
final class EventLog {
    private static final String NAMES = "io.github.registryclient.http.";
    private static final Duration LONG = Duration.ofSeconds(5);

    private final Logger requests;
    private final Logger retries;
    private final Logger waits;
    private final Logger tokens;
    private final Logger warnings;

    EventLog() {
        this(name -> System.getLogger(name)); // in the name of this module
    }

    EventLog(Function<String, Logger> loggers) {
        requests = loggers.apply(NAMES + "request");
        retries = loggers.apply(NAMES + "retry");
        waits = loggers.apply(NAMES + "wait");
        tokens = loggers.apply(NAMES + "token");
        warnings = loggers.apply(NAMES + "warning");
    }

    boolean wantsRequests() {
        return wants(requests, Level.DEBUG);
    }

    boolean wantsRetries() {
        return wants(retries, Level.INFO);
    }

    boolean wantsWaits() {
        return wants(waits, Level.INFO);
    }

    boolean wantsTokens() {
        return wants(tokens, Level.DEBUG);
    }

    void finished(RequestOutcome outcome) {
        if (wantsRequests()) {
            RequestAttempt attempt = outcome.attempt();
            String what = outcome.status().isPresent()
                    ? "status " + outcome.status().getAsInt()
                    : "no answer, " + name(outcome.failure().orElse(null));
            log(
                    requests,
                    Level.DEBUG,
                    attempt.method() + " " + attempt.uri() + ": " + what + " in "
                            + outcome.time().toMillis() + " ms");
        }
    }

    void retrying(Retry retry) {
        Level level = level(retry.delay());
        if (wants(retries, level)) {
            String what = retry.status().isPresent()
                    ? "status " + retry.status().getAsInt()
                    : "no answer, " + name(retry.failure().orElse(null));
            log(
                    retries,
                    level,
                    retry.method() + " " + retry.uri() + ": " + what + " at attempt " + retry.failedAttempt()
                            + ", again in " + retry.delay().toMillis() + " ms");
        }
    }

    /** A retry's own wait is told with the retry; to queue is usual in bulk work, and its own pace the client was given. */
    void waiting(Wait wait) {
        Level level = wait.reason() == Wait.Reason.SLOW_DOWN ? level(wait.time()) : Level.DEBUG;
        if (wants(waits, level)) {
            log(
                    waits,
                    level,
                    "a request to " + wait.host() + " waits " + wait.time().toMillis() + " ms: " + wait.reason());
        }
    }

    void tokenFetched(TokenFetch fetch) {
        if (wantsTokens()) {
            log(
                    tokens,
                    Level.DEBUG,
                    (fetch.isGiven() ? "a token of " : "no token of ") + fetch.host() + " for " + fetch.scopes()
                            + " in " + fetch.time().toMillis() + " ms");
        }
    }

    void warned(Origin from, String text) {
        log(warnings, Level.WARNING, from + " warns: " + text);
    }

    void cautioned(Origin of, String text) {
        log(warnings, Level.WARNING, "of " + of + ": " + text);
    }

    static void broken(ClientListener listener, Throwable failure) {
        try {
            System.getLogger(NAMES + "listener")
                    .log(
                            Level.WARNING,
                            "a listener failed, of which no more is said: "
                                    + listener.getClass().getName(),
                            failure);
        } catch (RuntimeException brokenLog) {
            return; // nothing is left to tell it to
        }
    }

    private static Level level(Duration time) {
        return time.compareTo(LONG) < 0 ? Level.DEBUG : Level.INFO;
    }

    private static String name(@Nullable Throwable failure) {
        return failure == null ? "?" : failure.getClass().getSimpleName();
    }

    private static boolean wants(Logger logger, Level level) {
        try {
            return logger.isLoggable(level);
        } catch (RuntimeException brokenLog) {
            return false;
        }
    }

    private static void log(Logger logger, Level level, String text) {
        try {
            logger.log(level, text);
        } catch (RuntimeException brokenLog) {
            return; // what is told never fails a call
        }
    }
}
