package io.github.registryclient.http.internal.transport;

import io.github.registryclient.error.RequestFailedException;
import io.github.registryclient.http.internal.time.Deadline;

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
     * Waits before a request is sent once more whose repetition the one who sends it decides on, as others wait. Listeners are
     * told.
     *
     * @param failed the request as it was sent
     * @param failure what came of it
     * @param failures how often it has failed, at least 1
     * @param deadline when all of it has to be over
     * @return false, and at once, if there is not that much time left
     * @throws io.github.registryclient.error.RegistryException if the wait was ended
     */
    boolean awaitRepetition(Request failed, RequestFailedException failure, int failures, Deadline deadline);

    /**
     * The deadline of what begins now.
     *
     * @param patience how long it may take
     * @return when it has to be over
     */
    Deadline deadline(Patience patience);

    /**
     * The same way for several requests that together have to be over by then, each within its own time too.
     *
     * @param limit the deadline of all
     * @return what sends them
     */
    default Caller within(Deadline limit) {
        return new LimitedCaller(this, limit);
    }

    /**
     * The same way for several requests that are one account's: no answer to another one is returned. Each call makes a new one.
     *
     * @return what sends them
     */
    default Caller asOne() {
        return new OneAccountCaller(this);
    }
}
