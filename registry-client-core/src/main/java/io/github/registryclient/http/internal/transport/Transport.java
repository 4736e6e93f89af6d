package io.github.registryclient.http.internal.transport;

import io.github.registryclient.http.internal.time.Deadline;

/** Sends a request and waits for its answer. Decorators implement it around another one; each adds one concern. */
public interface Transport {
    /**
     * Sends a request.
     *
     * @param request what to send
     * @param deadline when the whole call has to be over
     * @return the answer, whatever its status
     * @throws io.github.registryclient.error.NoResponseException if there is none
     * @throws io.github.registryclient.error.InvalidResponseException if it breaks the protocol or a limit
     * @throws InterruptedException if the thread was interrupted, by its owner or because the client was closed
     */
    Reply send(Request request, Deadline deadline) throws InterruptedException;
}
