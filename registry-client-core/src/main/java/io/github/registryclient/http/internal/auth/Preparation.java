package io.github.registryclient.http.internal.auth;

import io.github.registryclient.http.internal.time.Deadline;
import io.github.registryclient.http.internal.transport.Request;

/**
 * What lies between a request that is to be sent and its first sending: a provider, a helper, a token server with all its retries.
 * What was looked at before may be something else by then.
 */
final class Preparation {
    /** About what a request may wait at the host's gate as well. */
    private static final long A_MOMENT_MILLIS = 100;

    private final Request request;
    private final Deadline deadline;
    private final long startMillis;

    /** It begins now. */
    Preparation(Request request, Deadline deadline) {
        this.request = request;
        this.deadline = deadline;
        this.startMillis = deadline.nowMillis();
    }

    Request request() {
        return request;
    }

    Deadline deadline() {
        return deadline;
    }

    /** What proves who is asking is in hand: looks again where that took a token or time. */
    void over(boolean tokenWasFetched) {
        if (tokenWasFetched || deadline.nowMillis() - startMillis >= A_MOMENT_MILLIS) {
            request.lookAgain();
        }
    }
}
