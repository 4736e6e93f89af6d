package io.github.registryclient.testkit.registry;

import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import java.io.IOException;

/** Answers one kind of request. Thread-safe. */
interface Endpoint {
    /** Answers; throws {@link Refusal} for what cannot be served. */
    Response handle(Request request, Route route) throws IOException;
}
