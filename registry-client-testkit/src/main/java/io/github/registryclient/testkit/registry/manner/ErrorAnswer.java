package io.github.registryclient.testkit.registry.manner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.json.ErrorBody;
import io.github.registryclient.testkit.json.Json;

/** Answers in the spec's form for errors, also with codes that the spec does not have. */
final class ErrorAnswer {
    private ErrorAnswer() {}

    static Response of(int status, String code, String message) {
        return ErrorBody.of(code, message).answer(status);
    }

    static Response of(int status, String code, String message, ObjectNode detail) {
        return detail.isEmpty()
                ? of(status, code, message)
                : ErrorBody.of(code, message, detail).answer(status);
    }

    /** Distribution's, for a number of entries that it does not take. */
    static Response number(ObjectNode detail) {
        return of(400, "PAGINATION_NUMBER_INVALID", "invalid number of results requested", detail);
    }

    static ObjectNode detail() {
        return Json.object();
    }
}
