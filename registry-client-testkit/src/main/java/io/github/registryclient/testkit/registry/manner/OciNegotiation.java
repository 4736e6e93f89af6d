package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.manifest.MediaTypes;
import io.github.registryclient.testkit.http.Handler;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.registry.Route;
import io.github.registryclient.testkit.registry.store.Store;
import java.io.IOException;
import java.util.Map;

/** Hides OCI manifests from who does not name their type. What is known already by its entity tag is not looked at. */
final class OciNegotiation {
    private static final Map<String, String> MESSAGES = Map.of(
            MediaTypes.OCI_MANIFEST, "OCI manifest found, but accept header does not support OCI manifests",
            MediaTypes.OCI_INDEX, "OCI index found, but accept header does not support OCI indexes");

    private OciNegotiation() {}

    static Response answer(Request request, Route route, Handler inner, Store store) throws IOException {
        Response response = inner.handle(request);
        String type = response.header("Content-Type").orElse("");
        String message = MESSAGES.get(type);
        boolean hidden = response.status() == 200 && !Accept.of(request).names(type);
        return message != null && hidden ? Refused.of(404, "MANIFEST_UNKNOWN", message) : response;
    }
}
