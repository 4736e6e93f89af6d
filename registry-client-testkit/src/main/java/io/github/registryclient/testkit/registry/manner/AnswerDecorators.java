package io.github.registryclient.testkit.registry.manner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.registryclient.testkit.http.Handler;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.json.Json;
import io.github.registryclient.testkit.manner.AnswerManner;
import io.github.registryclient.testkit.registry.Headers;
import io.github.registryclient.testkit.registry.PlainText;
import io.github.registryclient.testkit.registry.Refusal;
import io.github.registryclient.testkit.registry.Resource;
import io.github.registryclient.testkit.registry.Route;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** What is behind {@link AnswerManner}. */
final class AnswerDecorators {
    private static final String JSON = "application/json";

    private AnswerDecorators() {}

    static Map<AnswerManner, Decorator> all() {
        Map<AnswerManner, Decorator> all = new EnumMap<>(AnswerManner.class);
        all.put(AnswerManner.API_VERSION, changing((request, response) -> versioned(response)));
        all.put(
                AnswerManner.EMPTY_SUPPORT,
                On.reading(Resource.SUPPORT)
                        .changingFound((request, response) ->
                                response.without("Content-Type").body(new byte[0])));
        all.put(AnswerManner.JSON_WITH_CHARSET, mediaType(JSON + "; charset=utf-8"));
        all.put(AnswerManner.JSON_AS_TEXT, mediaType("text/plain; charset=utf-8"));
        all.put(AnswerManner.ERRORS_WITHOUT_DETAIL, changing(AnswerDecorators::withoutDetail));
        all.put(AnswerManner.WRONG_METHOD_IS_TEXT, WrongMethods.answered(PlainText::methodNotAllowed));
        all.put(AnswerManner.WRONG_METHOD_IS_UNKNOWN, WrongMethods.answered(allowed -> methodUnknown(400)));
        all.put(AnswerManner.WRONG_METHOD_IS_EMPTY, WrongMethods.answered(allowed -> Response.of(405)));
        all.put(AnswerManner.UNKNOWN_NAME_IS_AN_OBJECT, changing(AnswerDecorators::withNameInDetail));
        all.put(AnswerManner.INVALID_NAME_IS_NO_PATH, invalidName(PlainText.notFound()));
        all.put(
                AnswerManner.INVALID_NAME_IS_UNKNOWN,
                invalidName(ErrorAnswer.of(404, "NAME_UNKNOWN", "repository name not known to registry")));
        all.put(
                AnswerManner.UNKNOWN_PATH_IS_METHOD_UNKNOWN,
                (inner, store) -> request ->
                        Route.of(request.path()).isPresent() ? inner.handle(request) : versioned(methodUnknown(404)));
        all.put(AnswerManner.SLASH_AT_THE_END_REDIRECTS, (inner, store) -> request -> redirected(request, inner));
        return all;
    }

    /** Once, whoever said it before. */
    private static Response versioned(Response response) {
        return response.without(Headers.API_VERSION).header(Headers.API_VERSION, "registry/2.0");
    }

    private static Response methodUnknown(int status) {
        return ErrorAnswer.of(status, "METHOD_UNKNOWN", "We don't understand your method + url");
    }

    private static Decorator changing(On.Changing change) {
        return (inner, store) -> request -> change.change(request, inner.handle(request));
    }

    private static Decorator mediaType(String type) {
        return changing((request, response) ->
                response.header("Content-Type").filter(JSON::equals).isPresent()
                        ? response.without("Content-Type").header("Content-Type", type)
                        : response);
    }

    private static Response withoutDetail(Request request, Response response) throws IOException {
        if (response.status() < 400
                || response.header("Content-Type").filter(JSON::equals).isEmpty()) {
            return response;
        }
        ObjectNode document = Json.of(response);
        document.path("errors").forEach(error -> ((ObjectNode) error).remove("detail"));
        return response.body(Json.bytes(document));
    }

    private static Response withNameInDetail(Request request, Response response) throws IOException {
        if (response.status() < 400
                || request.method().equals("HEAD")
                || response.header("Content-Type").filter(JSON::equals).isEmpty()) {
            return response;
        }
        ObjectNode document = Json.of(response);
        for (JsonNode error : document.path("errors")) {
            JsonNode detail = error.path("detail");
            if (error.path("code").asText().equals("NAME_UNKNOWN") && detail.isTextual()) {
                ((ObjectNode) error).putObject("detail").set("name", detail);
            }
        }
        return response.body(Json.bytes(document));
    }

    private static Decorator invalidName(Response answer) {
        return (inner, store) -> request -> {
            boolean invalid =
                    Route.of(request.path()).filter(AnswerDecorators::isInvalid).isPresent();
            return invalid ? answer : inner.handle(request);
        };
    }

    private static boolean isInvalid(Route route) {
        if (route.resource() == Resource.SUPPORT || route.resource() == Resource.CATALOG) {
            return false;
        }
        try {
            route.repository();
            return false;
        } catch (Refusal refusal) {
            return true;
        }
    }

    private static Response redirected(Request request, Handler registry) throws IOException {
        String path = request.path();
        boolean tooMany = path.endsWith("/") && path.length() > "/v2/".length();
        String better = path.substring(0, Math.max(1, path.length() - 1));
        if (!tooMany || Route.of(path).isPresent() || Route.of(better).isEmpty()) {
            return registry.handle(request);
        }
        return PlainText.movedTo(better + request.target().substring(path.length()));
    }
}
