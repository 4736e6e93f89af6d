package io.github.registryclient.testkit.tokenserver;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.registryclient.testkit.http.Response;

/** A token server's answers, those of errors in distribution's form. */
final class Answers {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Answers() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static Response json(int status, ObjectNode document) {
        try {
            return Response.of(status)
                    .header("Content-Type", "application/json")
                    .header("Cache-Control", "no-store")
                    .body(MAPPER.writeValueAsBytes(document));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Response error(int status, String code, String message) {
        ObjectNode document = object();
        document.putArray("errors").addObject().put("code", code).put("message", message);
        return json(status, document);
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
