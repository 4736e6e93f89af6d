package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.testkit.http.Response;

/** Hides manifests of one type from who does not name it. What is known already by its entity tag is not looked at. */
final class OciNegotiation {
    private OciNegotiation() {}

    static On.Answering of(String mediaType, String message) {
        return (request, route, inner, store) -> {
            Response response = inner.handle(request);
            boolean hidden = response.status() == 200
                    && response.header("Content-Type").filter(mediaType::equals).isPresent()
                    && !Accept.of(request).names(mediaType);
            return hidden ? ErrorAnswer.of(404, "MANIFEST_UNKNOWN", message) : response;
        };
    }
}
