package io.github.registryclient.testkit.tokenserver;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.json.ErrorBody;
import io.github.registryclient.testkit.json.Json;

/** A token server's answers, those of errors in distribution's form. */
final class Answers {
    private Answers() {}

    static Response json(int status, ObjectNode document) {
        return unstored(Json.answer(status, Json.MEDIA_TYPE, document));
    }

    static Response error(int status, String code, String message) {
        return unstored(ErrorBody.of(code, message).answer(status));
    }

    private static Response unstored(Response response) {
        return response.header("Cache-Control", "no-store");
    }

    static Response unauthorized() {
        return error(401, "UNAUTHORIZED", "authentication required")
                .header("WWW-Authenticate", "Basic realm=\"testkit token server\"");
    }

    static Response invalid(String message) {
        return error(400, "INVALID_REQUEST", message);
    }

    static Response text(int status, String message) {
        return Response.of(status)
                .header("Content-Type", "text/plain; charset=utf-8")
                .body((message + "\n").getBytes(UTF_8));
    }
}
