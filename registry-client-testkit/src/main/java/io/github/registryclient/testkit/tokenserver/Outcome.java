package io.github.registryclient.testkit.tokenserver;

import io.github.registryclient.testkit.http.Response;
import java.util.List;
import java.util.Optional;

/** What a question was answered with, and who turned out to be asking. */
final class Outcome {
    private final Response response;
    private final Optional<String> user;
    private final List<String> granted;

    private Outcome(Response response, Optional<String> user, List<String> granted) {
        this.response = response;
        this.user = user;
        this.granted = List.copyOf(granted);
    }

    static Outcome refused(Response response) {
        return new Outcome(response, Optional.empty(), List.of());
    }

    static Outcome granted(Response response, Optional<String> user, List<String> granted) {
        return new Outcome(response, user, granted);
    }

    Response response() {
        return response;
    }

    Optional<String> user() {
        return user;
    }

    List<String> granted() {
        return granted;
    }
}
