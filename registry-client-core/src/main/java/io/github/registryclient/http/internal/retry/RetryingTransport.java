package io.github.registryclient.http.internal.retry;

import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.http.internal.time.Deadline;
import io.github.registryclient.http.internal.transport.NotSent;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.http.internal.transport.Transport;

/**
 * Repeats what may pass, with growing waits or after the time that the answer asks for, as long as the call may take. An answer
 * that asks for more time than there is comes back at once.
 */
public final class RetryingTransport implements Transport {
    private final Transport below;
    private final RetryPolicy policy;
    private final Repetition repetition;

    /**
     * Puts it above another layer.
     *
     * @param below what sends
     * @param policy how often
     * @param repetition what lies between
     */
    public RetryingTransport(Transport below, RetryPolicy policy, Repetition repetition) {
        this.below = below;
        this.policy = policy;
        this.repetition = repetition;
    }

    @Override
    public Reply send(Request request, Deadline deadline) throws InterruptedException {
        Request next = request;
        boolean sent = false;
        for (int failures = 1; true; failures++) {
            try {
                Reply reply = below.send(next, deadline);
                if (failures > policy.most(request, reply) || !repetition.await(next, reply, failures, deadline)) {
                    return reply;
                }
                sent = true;
            } catch (NoResponseException e) {
                if (failures > policy.most(request, e) || !repetition.await(next, e, failures, deadline)) {
                    throw sent && NotSent.isToldBy(e) ? NotSent.denied(e, request) : e;
                }
                sent |= !NotSent.isToldBy(e);
            }
            next = request.asAttempt(request.attempt() + failures);
        }
    }
}
