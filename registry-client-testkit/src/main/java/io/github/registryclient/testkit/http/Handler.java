package io.github.registryclient.testkit.http;

import java.io.IOException;

/** Answers requests. Called on a thread per connection, so many at once. */
@FunctionalInterface
public interface Handler {
    /**
     * Answers one request. What it leaves of the request's body is read away or ends the connection.
     *
     * @param request its head was read; its body is read from the connection when asked for
     * @return the answer
     * @throws IOException if the body could not be read, which ends the connection; any other exception, checked or not, is
     *     answered with 500 and told to {@link HttpServerOptions#onFailure}
     */
    Response handle(Request request) throws IOException;
}
