package io.github.registryclient.http.internal.transport;

import io.github.registryclient.error.RequestFailedException;
import io.github.registryclient.http.internal.time.Deadline;

/** The way for requests that are parts of one call: each has the time that it would have alone, but none longer than the call. */
final class LimitedCaller implements Caller {
    private final Caller caller;
    private final Deadline limit;

    LimitedCaller(Caller caller, Deadline limit) {
        this.caller = caller;
        this.limit = limit;
    }

    @Override
    public Reply call(Request request, Deadline deadline) {
        return caller.call(request, deadline.orSooner(limit));
    }

    @Override
    public boolean awaitRepetition(Request failed, RequestFailedException failure, int failures, Deadline deadline) {
        return caller.awaitRepetition(failed, failure, failures, deadline.orSooner(limit));
    }

    @Override
    public Deadline deadline(Patience patience) {
        return caller.deadline(patience).orSooner(limit);
    }
}
