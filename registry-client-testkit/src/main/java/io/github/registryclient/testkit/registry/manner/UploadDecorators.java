package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.json.Json;
import io.github.registryclient.testkit.manner.UploadManner;
import io.github.registryclient.testkit.registry.ErrorCode;
import io.github.registryclient.testkit.registry.Refusal;
import io.github.registryclient.testkit.registry.Resource;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is behind {@link UploadManner}. */
final class UploadDecorators {
    private static final String LOCATION = "Location";
    private static final Set<String> WRITING = Set.of("POST", "PUT", "PATCH", "DELETE");

    private UploadDecorators() {}

    static Map<UploadManner, Decorator> all(ContentChecks checks) {
        Map<UploadManner, Decorator> all = new EnumMap<>(UploadManner.class);
        addLocations(all);
        addMounts(all);
        all.put(
                UploadManner.BLOBS_ARE_NOT_CHECKED,
                On.method("PUT", Resource.MANIFEST).answering(checks::onlyChildren));
        all.put(
                UploadManner.INDEX_LISTS_MANIFESTS_ONLY,
                On.method("PUT", Resource.MANIFEST).answering(checks::onlyManifests));
        all.put(
                UploadManner.MISSING_CONTENT_IS_INVALID,
                On.method("PUT", Resource.MANIFEST).changing(UploadDecorators::invalidIfLacking));
        all.put(
                UploadManner.PULL_THROUGH_CACHE,
                On.methods(WRITING, Resource.MANIFEST, Resource.BLOB, Resource.UPLOADS, Resource.UPLOAD)
                        .answering((request, route, inner, store) -> {
                            throw Refusal.of(405, ErrorCode.UNSUPPORTED, request.method());
                        }));
        return all;
    }

    private static Response invalidIfLacking(Request request, Response response) throws IOException {
        boolean lacking = response.status() == 400
                && Json.of(response)
                        .path("errors")
                        .path(0)
                        .path("code")
                        .asText()
                        .equals("MANIFEST_BLOB_UNKNOWN");
        return lacking ? ErrorAnswer.of(400, "MANIFEST_INVALID", "manifest invalid") : response;
    }

    private static void addLocations(Map<UploadManner, Decorator> all) {
        On writing = On.methods(WRITING, Resource.MANIFEST, Resource.UPLOADS, Resource.UPLOAD);
        all.put(UploadManner.ABSOLUTE_LOCATION, writing.changing(UploadDecorators::absolute));
        all.put(
                UploadManner.WITHOUT_LOCATION,
                writing.changing(
                        (request, response) -> response.status() == 201 ? response.without(LOCATION) : response));
    }

    private static Response absolute(Request request, Response response) {
        Optional<String> path = response.header(LOCATION).filter(location -> location.startsWith("/"));
        return path.map(location -> response.without(LOCATION).header(LOCATION, LinkHeader.origin(request) + location))
                .orElse(response);
    }

    private static void addMounts(Map<UploadManner, Decorator> all) {
        On start = On.method("POST", Resource.UPLOADS);
        all.put(UploadManner.SINGLE_POST_BEGINS_AN_UPLOAD, start.answering((request, route, inner, store) -> {
            boolean whole = request.query("digest").isPresent()
                    && request.query("mount").isEmpty();
            return inner.handle(whole ? request.withTarget(request.path()) : request);
        }));
        all.put(UploadManner.MOUNT_NEEDS_FROM, start.answering((request, route, inner, store) -> {
            boolean unnamed =
                    request.query("mount").isPresent() && request.query("from").isEmpty();
            return inner.handle(unnamed ? request.withTarget(request.path()) : request);
        }));
        all.put(UploadManner.MOUNTS_FROM_ANYWHERE, start.answering((request, route, inner, store) -> {
            Optional<String> mount = request.query("mount");
            return inner.handle(
                    mount.isPresent() ? request.withTarget(request.path() + "?mount=" + mount.get()) : request);
        }));
        all.put(
                UploadManner.POST_WITHOUT_DIGEST,
                start.changing((request, response) -> response.without("Docker-Content-Digest")));
        all.put(UploadManner.NEVER_MOUNTS, start.answering((request, route, inner, store) -> {
            boolean mount = request.query("mount").isPresent();
            return inner.handle(mount ? request.withTarget(request.path()) : request);
        }));
    }
}
