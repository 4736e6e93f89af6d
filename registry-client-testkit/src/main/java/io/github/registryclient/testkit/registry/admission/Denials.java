package io.github.registryclient.testkit.registry.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.json.ErrorBody;
import io.github.registryclient.testkit.registry.ErrorCode;
import io.github.registryclient.testkit.token.Scope;

/** Answers to those who may not, in distribution's form: the detail lists what was needed, and is null at {@code /v2/}. */
final class Denials {
    private Denials() {}

    static Response of(int status, ErrorCode code, Needed needed) {
        return ErrorBody.of(code.name(), code.message(), detail(needed))
                .answer(status)
                .header("Docker-Distribution-Api-Version", "registry/2.0");
    }

    private static JsonNode detail(Needed needed) {
        if (needed.scopes().isEmpty()) {
            return JsonNodeFactory.instance.nullNode();
        }
        ArrayNode detail = JsonNodeFactory.instance.arrayNode();
        needed.scopes().forEach(scope -> scope.actions().forEach(action -> add(detail, scope, action)));
        return detail;
    }

    private static void add(ArrayNode detail, Scope scope, String action) {
        detail.addObject()
                .put("Type", scope.type())
                .put("Class", "")
                .put("Name", scope.name())
                .put("Action", action);
    }
}
