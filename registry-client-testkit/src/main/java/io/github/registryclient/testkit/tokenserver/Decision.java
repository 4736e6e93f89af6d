package io.github.registryclient.testkit.tokenserver;

import io.github.registryclient.testkit.http.Response;
import java.util.List;
import java.util.Optional;

/** What a request for a token is answered with, and who turned out to be asking. */
final class Decision {
    private final Response response;
    private final Optional<String> user;
    private final List<String> granted;

    private Decision(Response response, Optional<String> user, List<String> granted) {
        this.response = response;
        this.user = user;
        this.granted = List.copyOf(granted);
    }

    static Decision refused(Response response) {
        return new Decision(response, Optional.empty(), List.of());
    }

    static Decision granted(Response response, Optional<String> user, List<String> granted) {
        return new Decision(response, user, granted);
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
