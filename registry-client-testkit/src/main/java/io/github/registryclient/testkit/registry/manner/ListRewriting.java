package io.github.registryclient.testkit.registry.manner;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.registryclient.manifest.MediaTypes;
import io.github.registryclient.testkit.http.Handler;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.json.Json;
import io.github.registryclient.testkit.registry.ErrorCode;
import io.github.registryclient.testkit.registry.Refusal;
import io.github.registryclient.testkit.registry.Route;
import io.github.registryclient.testkit.registry.store.Store;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Serves a child in the place of a Docker manifest list, where that is asked for by a tag and its type is not accepted. */
final class ListRewriting {
    private ListRewriting() {}

    static Response answer(Request request, Route route, Handler inner, Store store) throws IOException {
        Response response = inner.handle(request);
        if (!isRewritten(request, route, response)) {
            return response;
        }
        String child = child(response)
                .orElseThrow(() -> Refusal.of(404, ErrorCode.MANIFEST_UNKNOWN, "no child is for linux/amd64"));
        return inner.handle(request.withTarget("/v2/" + route.repository() + "/manifests/" + child)
                // The child was not asked for, so it is neither known nor hidden.
                .withHeader("If-None-Match", List.of())
                .withHeader("Accept", MediaTypes.manifests()));
    }

    /** Refuses the child of Docker's type, where that is not accepted either; outside of {@link #answer}. */
    static Response refuseChild(Request request, Route route, Handler inner, Store store) throws IOException {
        Response response = inner.handle(request);
        boolean refused = response.status() == 200
                && !route.isDigest()
                && type(response).equals(MediaTypes.DOCKER_MANIFEST)
                && !Accept.of(request).names(MediaTypes.DOCKER_MANIFEST)
                && store.manifest(route.repository(), route.reference())
                        .filter(manifest -> manifest.mediaType().equals(MediaTypes.DOCKER_LIST))
                        .isPresent();
        return refused
                ? ErrorAnswer.of(400, "MANIFEST_INVALID", "Schema 2 manifest not supported by client")
                : response;
    }

    private static boolean isRewritten(Request request, Route route, Response response) {
        return response.status() == 200
                && !route.isDigest()
                && type(response).equals(MediaTypes.DOCKER_LIST)
                && !Accept.of(request).names(MediaTypes.DOCKER_LIST);
    }

    private static String type(Response response) {
        return response.header("Content-Type").orElse("");
    }

    private static Optional<String> child(Response list) throws IOException {
        for (JsonNode entry : Json.of(list).path("manifests")) {
            JsonNode platform = entry.path("platform");
            if (platform.path("architecture").asText().equals("amd64")
                    && platform.path("os").asText().equals("linux")) {
                return Optional.of(entry.path("digest").asText());
            }
        }
        return Optional.empty();
    }
}
