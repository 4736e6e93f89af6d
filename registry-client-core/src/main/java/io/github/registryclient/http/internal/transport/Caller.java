package io.github.registryclient.http.internal.transport;

/** The top of the stack as the rest of the client sees it: one request in, one answer out, typed failures only. */
public interface Caller {
    /**
     * Sends a request and waits for its answer, within the deadline of its patience.
     *
     * @param request what to send
     * @return the answer, whatever its status
     * @throws io.github.registryclient.error.RegistryException if there is no answer, or none within the limits
     */
    Reply call(Request request);
}
