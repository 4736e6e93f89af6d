package io.github.registryclient.http.internal.transport;

import io.github.registryclient.error.RequestFailedException;
import io.github.registryclient.http.internal.time.Deadline;

/** The way for requests that together are one account's. */
final class OneAccountCaller implements Caller {
    private final Caller caller;
    private final OneAccount account = new OneAccount();

    OneAccountCaller(Caller caller) {
        this.caller = caller;
    }

    @Override
    public Reply call(Request request, Deadline deadline) {
        return caller.call(request.of(account), deadline);
    }

    @Override
    public boolean awaitRepetition(Request failed, RequestFailedException failure, int failures, Deadline deadline) {
        return caller.awaitRepetition(failed, failure, failures, deadline);
    }

    @Override
    public Deadline deadline(Patience patience) {
        return caller.deadline(patience);
    }
}
