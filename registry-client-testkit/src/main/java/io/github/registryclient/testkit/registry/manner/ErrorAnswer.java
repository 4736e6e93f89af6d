package io.github.registryclient.testkit.registry.manner;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.registryclient.testkit.http.Response;

/** Answers in the spec's form for errors, also with codes that the spec does not have. */
final class ErrorAnswer {
    private ErrorAnswer() {}

    static Response of(int status, String code, String message) {
        return of(status, code, message, JsonNodeFactory.instance.objectNode());
    }

    static Response of(int status, String code, String message, ObjectNode detail) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode error = body.putArray("errors").addObject();
        error.put("code", code).put("message", message);
        if (!detail.isEmpty()) {
            error.set("detail", detail);
        }
        return Response.of(status)
                .header("Content-Type", "application/json")
                .body(body.toString().getBytes(UTF_8));
    }

    /** Distribution's, for a number of entries that it does not take. */
    static Response number(ObjectNode detail) {
        return of(400, "PAGINATION_NUMBER_INVALID", "invalid number of results requested", detail);
    }

    static ObjectNode detail() {
        return JsonNodeFactory.instance.objectNode();
    }
}
