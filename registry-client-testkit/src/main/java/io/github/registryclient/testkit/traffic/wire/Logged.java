package io.github.registryclient.testkit.traffic.wire;

import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.traffic.LoggedRequest;

/** Shows a request without its secrets. */
final class Logged {
    private Logged() {}

    static LoggedRequest of(Request request) {
        return LoggedRequest.of(request.method(), request.path(), request.query(), request.headers());
    }
}
