package io.github.registryclient.testkit.registry.admission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.registry.ErrorCode;
import io.github.registryclient.testkit.token.Scope;

/** Answers to those who may not, in distribution's form: the detail lists what was needed, and is null at {@code /v2/}. */
final class Denials {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Denials() {}

    static Response of(int status, ErrorCode code, Needed needed) {
        ObjectNode body = MAPPER.createObjectNode();
        ObjectNode error =
                body.putArray("errors").addObject().put("code", code.name()).put("message", code.message());
        if (needed.scopes().isEmpty()) {
            error.putNull("detail");
        } else {
            ArrayNode detail = error.putArray("detail");
            needed.scopes().forEach(scope -> scope.actions().forEach(action -> add(detail, scope, action)));
        }
        try {
            return Response.of(status)
                    .header("Content-Type", "application/json")
                    .header("Docker-Distribution-Api-Version", "registry/2.0")
                    .body(MAPPER.writeValueAsBytes(body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void add(ArrayNode detail, Scope scope, String action) {
        detail.addObject()
                .put("Type", scope.type())
                .put("Class", "")
                .put("Name", scope.name())
                .put("Action", action);
    }
}
