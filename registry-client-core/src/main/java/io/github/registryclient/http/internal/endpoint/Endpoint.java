package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.http.internal.time.Deadline;
import io.github.registryclient.http.internal.transport.Caller;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;

/**
 * One operation of the registry API: what is sent, and how the answer is read.
 *
 * @param <T> what the answer means
 */
public interface Endpoint<T> {
    /**
     * What is sent.
     *
     * @return the request
     */
    Request request();

    /**
     * What the answer means.
     *
     * @param reply the answer, whatever its status
     * @return its meaning
     * @throws io.github.registryclient.error.RegistryException if it is a refusal or cannot be believed
     */
    T read(Reply reply);

    /**
     * Sends the request and reads the answer.
     *
     * @param caller the way to the registry
     * @return what the answer means
     */
    default T send(Caller caller) {
        return read(caller.call(request()));
    }

    /**
     * Sends the request as a part of a call.
     *
     * @param caller the way to the registry
     * @param deadline of the whole call
     * @return what the answer means
     */
    default T send(Caller caller, Deadline deadline) {
        return read(caller.call(request(), deadline));
    }
}
