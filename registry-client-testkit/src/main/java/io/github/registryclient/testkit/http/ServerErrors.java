package io.github.registryclient.testkit.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;

/** Answers that the server gives itself, as text. */
final class ServerErrors {
    private static final int REQUEST_TIMEOUT = 408;
    private static final int INTERNAL_SERVER_ERROR = 500;

    private ServerErrors() {}

    /** What a request that broke while it was read is answered with; nothing if nobody is there to hear it. */
    static Optional<Response> unreadable(IOException failure) {
        if (failure instanceof RefusedException) {
            return Optional.of(text(((RefusedException) failure).status(), String.valueOf(failure.getMessage())));
        }
        return failure instanceof SocketTimeoutException
                ? Optional.of(text(REQUEST_TIMEOUT, "the request did not come to its end"))
                : Optional.empty();
    }

    /** What a failure of the handler is answered with. */
    static Response failed(Throwable failure) {
        return text(INTERNAL_SERVER_ERROR, failure.toString());
    }

    private static Response text(int status, String message) {
        return Response.of(status)
                .header("Content-Type", "text/plain; charset=utf-8")
                .body((message + "\n").getBytes(UTF_8));
    }
}
