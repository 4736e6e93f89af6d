package io.github.registryclient.testkit.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.registryclient.testkit.http.Response;

/**
 * Errors in the form that registries give them, {@code {"errors":[{"code":…,"message":…,"detail":…}]}}. Source: OCI distribution
 * spec, "Error Codes"; its codes are not the only ones. For one thread.
 */
public final class ErrorBody {
    private final ObjectNode document = Json.object();

    private ErrorBody() {
        document.putArray("errors");
    }

    /** One error without a detail. */
    public static ErrorBody of(String code, String message) {
        ErrorBody body = new ErrorBody();
        body.add(code, message);
        return body;
    }

    /** One error with a detail, which may be null in JSON. */
    public static ErrorBody of(String code, String message, JsonNode detail) {
        ErrorBody body = new ErrorBody();
        body.add(code, message).set("detail", detail);
        return body;
    }

    /** One error for each detail. */
    public static ErrorBody ofEach(String code, String message, Iterable<String> details) {
        ErrorBody body = new ErrorBody();
        details.forEach(detail -> body.add(code, message).put("detail", detail));
        return body;
    }

    private ObjectNode add(String code, String message) {
        return document.withArray("errors").addObject().put("code", code).put("message", message);
    }

    /** An answer with these errors. */
    public Response answer(int status) {
        return Json.answer(status, Json.MEDIA_TYPE, document);
    }
}
