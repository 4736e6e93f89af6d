package io.github.registryclient.http.event;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Keeps what a client told, in order. */
public final class RecordingListener implements ClientListener {
    private final List<Object> events = new CopyOnWriteArrayList<>();

    @Override
    public void requestStarted(RequestAttempt attempt) {
        events.add(attempt);
    }

    @Override
    public void requestFinished(RequestOutcome outcome) {
        events.add(outcome);
    }

    @Override
    public void retrying(Retry retry) {
        events.add(retry);
    }

    @Override
    public void waiting(Wait wait) {
        events.add(wait);
    }

    @Override
    public void tokenFetched(TokenFetch fetch) {
        events.add(fetch);
    }

    @Override
    public void warned(ServerWarning warning) {
        events.add(warning);
    }

    /** All of them. */
    public List<Object> events() {
        return events;
    }

    /** Those of a kind. */
    public <T> List<T> of(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).collect(Collectors.toList());
    }
}
