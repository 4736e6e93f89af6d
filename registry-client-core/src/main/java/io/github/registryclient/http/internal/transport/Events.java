package io.github.registryclient.http.internal.transport;

import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.http.event.ClientListener;
import io.github.registryclient.http.event.RequestAttempt;
import io.github.registryclient.http.event.RequestOutcome;
import io.github.registryclient.http.event.Retry;
import io.github.registryclient.http.event.ServerWarning;
import io.github.registryclient.http.event.TokenFetch;
import io.github.registryclient.http.event.Wait;
import io.github.registryclient.http.internal.address.Origin;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the layers tell what they do: to the listeners, and to the log. Where nobody listens, nothing is built. Thread-safe;
 * never fails.
 */
public final class Events {
    /** Nobody listens, and nothing is logged. */
    public static final Events NONE = new Events(List.of(), null);

    private final List<GuardedListener> listeners;
    private final @Nullable EventLog log;

    private Events(List<GuardedListener> listeners, @Nullable EventLog log) {
        this.listeners = listeners;
        this.log = log;
    }

    /**
     * Tells the log, and these.
     *
     * @param listeners may be none
     * @return where to tell
     */
    public static Events to(List<ClientListener> listeners) {
        return new Events(guarded(listeners), new EventLog());
    }

    /** Tells these, and no log. */
    static Events unlogged(ClientListener... listeners) {
        return new Events(guarded(List.of(listeners)), null);
    }

    private static List<GuardedListener> guarded(List<ClientListener> listeners) {
        return listeners.stream().map(GuardedListener::new).collect(Collectors.toUnmodifiableList());
    }

    /** Whether anybody wants to know of each attempt. */
    boolean isFollowed() {
        return !listeners.isEmpty() || log != null && log.wantsRequests();
    }

    void started(RequestAttempt attempt) {
        tell(listener -> listener.requestStarted(attempt));
    }

    void finished(RequestOutcome outcome) {
        if (log != null) {
            log.finished(outcome);
        }
        tell(listener -> listener.requestFinished(outcome));
    }

    /**
     * A request was refused in a way that may pass, and will be sent again.
     *
     * @param request as it was sent
     * @param refusal what came
     * @param delayMillis after how long
     */
    public void retry(Request request, Reply refusal, long delayMillis) {
        if (isHeard(EventLog::wantsRetries)) {
            tell(retry(request, delayMillis).status(refusal.status()).build());
        }
    }

    /**
     * The same where it failed: with a status, or without an answer.
     *
     * @param request as it was sent
     * @param failure what came of it
     * @param delayMillis after how long
     */
    public void retry(Request request, RegistryException failure, long delayMillis) {
        if (!isHeard(EventLog::wantsRetries)) {
            return;
        }
        Retry.Builder builder = retry(request, delayMillis);
        if (failure instanceof ErrorResponseException) {
            builder.status(((ErrorResponseException) failure).status());
        } else {
            builder.failure(failure);
        }
        tell(builder.build());
    }

    private static Retry.Builder retry(Request request, long delayMillis) {
        Retry.Builder builder = Retry.builder();
        builder.method(request.method())
                .uri(request.shownUri())
                .host(request.shownHost())
                .route(request.route())
                .repository(request.repository())
                .failedAttempt(request.attempt())
                .delay(Duration.ofMillis(delayMillis));
        return builder;
    }

    private void tell(Retry retry) {
        if (log != null) {
            log.retrying(retry);
        }
        tell(listener -> listener.retrying(retry));
    }

    /**
     * A request is going to wait; of the queue: has waited. Not told where there was no wait.
     *
     * @param request the request
     * @param reason why
     * @param millis how long
     */
    public void waiting(Request request, Wait.Reason reason, long millis) {
        if (millis <= 0 || !isHeard(EventLog::wantsWaits)) {
            return;
        }
        Wait wait = Wait.builder()
                .reason(reason)
                .time(Duration.ofMillis(millis))
                .host(request.shownHost())
                .route(request.route())
                .build();
        if (log != null) {
            log.waiting(wait);
        }
        tell(listener -> listener.waiting(wait));
    }

    /**
     * Whether anybody wants to know of tokens.
     *
     * @return false if {@link #token} would tell nobody
     */
    public boolean wantTokens() {
        return isHeard(EventLog::wantsTokens);
    }

    /**
     * A token was fetched, or could not be.
     *
     * @param fetch what happened
     */
    public void token(TokenFetch fetch) {
        if (log != null) {
            log.tokenFetched(fetch);
        }
        tell(listener -> listener.tokenFetched(fetch));
    }

    void warning(Origin from, String text) {
        if (log != null) {
            log.warned(from, text);
        }
        tellWarning(from, text);
    }

    /**
     * A registry's answers are to be taken with care.
     *
     * @param of the registry
     * @param text why, without secrets
     */
    public void caution(Origin of, String text) {
        if (log != null) {
            log.cautioned(of, text);
        }
        tellWarning(of, text);
    }

    private void tellWarning(Origin from, String text) {
        tell(listener -> listener.warned(
                ServerWarning.builder().host(from.authority()).text(text).build()));
    }

    private boolean isHeard(Predicate<EventLog> wanted) {
        return !listeners.isEmpty() || log != null && wanted.test(log);
    }

    private void tell(Consumer<ClientListener> event) {
        for (GuardedListener listener : listeners) {
            listener.tell(event);
        }
    }
}
