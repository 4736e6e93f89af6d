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
    default Reply call(Request request) {
        return call(request, deadline(request.patience()));
    }

    /**
     * Sends a request and waits for its answer, within a deadline that several requests share.
     *
     * @param request what to send
     * @param deadline from {@link #deadline}
     * @return the answer, whatever its status
     * @throws io.github.registryclient.error.RegistryException if there is no answer, or none within the limits
     */
    Reply call(Request request, Deadline deadline);

    /**
     * The deadline of what begins now.
     *
     * @param patience how long it may take
     * @return when it has to be over
     */
    Deadline deadline(Patience patience);
}
