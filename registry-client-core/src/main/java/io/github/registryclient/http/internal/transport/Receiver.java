package io.github.registryclient.http.internal.transport;

import java.net.http.HttpResponse.BodySubscriber;

/** What takes in the body of an answer, and can be told that nobody waits for it any more. */
interface Receiver extends BodySubscriber<ReplyBody> {
    /** Ends the connection, now or as soon as there is something of the body. Any thread, any number of times. */
    void abandon();
}
