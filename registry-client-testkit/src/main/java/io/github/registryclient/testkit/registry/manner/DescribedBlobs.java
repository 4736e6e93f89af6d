package io.github.registryclient.testkit.registry.manner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.registryclient.manifest.MediaTypes;
import io.github.registryclient.name.Digest;
import io.github.registryclient.testkit.http.Handler;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.registry.ErrorCode;
import io.github.registryclient.testkit.registry.Refusal;
import io.github.registryclient.testkit.registry.Route;
import io.github.registryclient.testkit.registry.store.Content;
import io.github.registryclient.testkit.registry.store.ManifestDocument;
import io.github.registryclient.testkit.registry.store.Store;
import io.github.registryclient.testkit.registry.store.StoredManifest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Blobs of which a repository knows by its manifests. */
final class DescribedBlobs {
    private static final String CONTENT_TYPE = "Content-Type";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private DescribedBlobs() {}

    static Response typed(Request request, Route route, Handler inner, Store store) throws IOException {
        Response response = inner.handle(request);
        if (response.status() >= 300) {
            return response;
        }
        Optional<String> type = type(route, store);
        return type.isEmpty() ? response : response.without(CONTENT_TYPE).header(CONTENT_TYPE, type.get());
    }

    private static Optional<String> type(Route route, Store store) throws IOException {
        Digest digest = route.digest();
        for (StoredManifest manifest : store.manifests(route.repository())) {
            Optional<Content> content =
                    needs(manifest, digest) ? store.content(route.repository(), manifest) : Optional.empty();
            Optional<String> type = content.isEmpty() ? Optional.empty() : type(content.get(), digest);
            if (type.isPresent()) {
                return type;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> type(Content manifest, Digest digest) throws IOException {
        JsonNode document = MAPPER.readTree(manifest.bytes());
        for (JsonNode holder : document.findParents("digest")) {
            if (holder.path("digest").asText().equals(digest.toString())
                    && holder.path("mediaType").isTextual()) {
                return Optional.of(holder.path("mediaType").asText());
            }
        }
        return Optional.empty();
    }

    /** A manifest where there is no blob. */
    static Response orManifest(Request request, Route route, Handler inner, Store store) throws IOException {
        Response response = inner.handle(request);
        return response.status() == 404
                ? foundOr(
                        response,
                        inner.handle(request.withTarget("/v2/" + route.repository() + "/manifests/" + route.last())
                                .withHeader("Accept", MediaTypes.manifests())))
                : response;
    }

    private static Response foundOr(Response otherwise, Response manifest) {
        return manifest.status() == 200 ? manifest : otherwise;
    }

    static Response unlessNeeded(Request request, Route route, Handler inner, Store store) throws IOException {
        return store.exclusively(() -> {
            Digest digest = route.digest();
            if (store.manifests(route.repository()).stream()
                    .anyMatch(manifest -> manifest.digest().equals(digest) || needs(manifest, digest))) {
                throw Refusal.of(405, ErrorCode.DENIED, route.last());
            }
            return inner.handle(request);
        });
    }

    private static boolean needs(StoredManifest manifest, Digest digest) {
        ManifestDocument document = manifest.document();
        return Stream.of(document.blobs(), document.otherEntries(), document.elsewhere())
                .flatMap(List::stream)
                .anyMatch(digest::equals);
    }
}
