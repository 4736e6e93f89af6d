package io.github.registryclient.testkit.registry;

import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.json.Json;

/** Says that this is a registry: end-1. */
final class SupportEndpoint implements Endpoint {
    private static final String API_VERSION = "registry/2.0";

    @Override
    public Response handle(Request request, Route route) {
        return Json.answer(200, Json.MEDIA_TYPE, Json.object()).header(Headers.API_VERSION, API_VERSION);
    }
}
