package io.github.registryclient.testkit.registry.manner;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.registryclient.testkit.http.Response;

/** Artifactory's refusals have a status in the place of a code. */
final class NotAcceptable {
    private NotAcceptable() {}

    static Response answer() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("errors").addObject().put("status", 406).put("message", "Not Acceptable");
        return Documents.put(Response.of(406).header("Content-Type", "application/json"), body);
    }
}
