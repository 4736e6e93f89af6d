package io.github.registryclient.testkit.registry.manner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.json.Json;

/** Artifactory's refusals have a status in the place of a code. */
final class NotAcceptable {
    private NotAcceptable() {}

    static Response answer() {
        ObjectNode body = Json.object();
        body.putArray("errors").addObject().put("status", 406).put("message", "Not Acceptable");
        return Json.answer(406, Json.MEDIA_TYPE, body);
    }
}
