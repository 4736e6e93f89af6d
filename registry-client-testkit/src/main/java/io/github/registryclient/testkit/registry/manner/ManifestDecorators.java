package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.manifest.MediaTypes;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.manner.ManifestManner;
import io.github.registryclient.testkit.registry.Resource;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is behind {@link ManifestManner}. */
final class ManifestDecorators {
    private static final String DIGEST = "Docker-Content-Digest";
    private static final String CONTENT_TYPE = "Content-Type";

    private ManifestDecorators() {}

    static Map<ManifestManner, Decorator> all() {
        Map<ManifestManner, Decorator> all = new EnumMap<>(ManifestManner.class);
        addDigests(all);
        addHeads(all);
        addTypes(all);
        addConditions(all);
        addNegotiation(all);
        all.put(
                ManifestManner.BLOB_IS_A_SERVER_ERROR,
                On.reading(Resource.MANIFEST)
                        .answering((request, route, inner, store) -> RepositoryChecks.hasBlob(store, route)
                                ? ErrorAnswer.of(500, "UNKNOWN", "unknown error")
                                : inner.handle(request)));
        all.put(
                ManifestManner.MISSING_REPOSITORY_IS_NAME_UNKNOWN,
                MissingRepository.isUnknown(404, On.methods(Set.of("GET", "HEAD", "DELETE"), Resource.MANIFEST)));
        return all;
    }

    private static void addDigests(Map<ManifestManner, Decorator> all) {
        On reading = On.reading(Resource.MANIFEST);
        all.put(
                ManifestManner.HEAD_WITHOUT_DIGEST,
                On.method("HEAD", Resource.MANIFEST).changing((request, response) -> response.without(DIGEST)));
        all.put(ManifestManner.WITHOUT_DIGEST, reading.changing((request, response) -> response.without(DIGEST)));
        all.put(
                ManifestManner.WRONG_DIGEST,
                reading.changingFound((request, response) -> ClaimedDigest.ofOtherBytes(response)));
        all.put(
                ManifestManner.SHA512_DIGEST,
                reading.changingFound((request, response) -> ClaimedDigest.sha512(response)));
    }

    private static void addHeads(Map<ManifestManner, Decorator> all) {
        On head = On.method("HEAD", Resource.MANIFEST);
        all.put(ManifestManner.HEAD_IS_NOT_FOUND, head.answering((request, route, inner, store) -> Response.of(404)));
        all.put(
                ManifestManner.HEAD_IS_NOT_ALLOWED,
                head.answering(
                        (request, route, inner, store) -> Response.of(405).header("Allow", "DELETE, GET, PUT")));
    }

    private static void addTypes(Map<ManifestManner, Decorator> all) {
        all.put(ManifestManner.CONTENT_TYPE_IS_TEXT_PLAIN, typed(List.of("text/plain; charset=utf-8")));
        all.put(ManifestManner.CONTENT_TYPE_IS_JSON, typed(List.of("application/json")));
        all.put(ManifestManner.WITHOUT_CONTENT_TYPE, typed(List.of()));
    }

    private static Decorator typed(List<String> type) {
        return On.reading(Resource.MANIFEST).changingFound((request, response) -> {
            Response untyped = response.without(CONTENT_TYPE);
            return type.isEmpty() ? untyped : untyped.header(CONTENT_TYPE, type.get(0));
        });
    }

    private static void addConditions(Map<ManifestManner, Decorator> all) {
        On reading = On.reading(Resource.MANIFEST);
        all.put(ManifestManner.WITHOUT_ETAG, reading.answering(EntityTags::ignored));
        all.put(ManifestManner.ETAG_IS_COMPARED_UNSEEN, reading.answering(EntityTags::comparedUnseen));
    }

    private static void addNegotiation(Map<ManifestManner, Decorator> all) {
        On reading = On.reading(Resource.MANIFEST);
        all.put(
                ManifestManner.OCI_IMAGE_MUST_BE_ACCEPTED,
                reading.answering(OciNegotiation.of(
                        MediaTypes.OCI_MANIFEST,
                        "OCI manifest found, but accept header does not support OCI manifests")));
        all.put(
                ManifestManner.OCI_INDEX_MUST_BE_ACCEPTED,
                reading.answering(OciNegotiation.of(
                        MediaTypes.OCI_INDEX, "OCI index found, but accept header does not support OCI indexes")));
        all.put(ManifestManner.LIST_BECOMES_ITS_AMD64_CHILD, reading.answering(ListRewriting::answer));
        all.put(ManifestManner.AMD64_CHILD_MUST_BE_ACCEPTED, reading.answering(ListRewriting::refuseChild));
        all.put(
                ManifestManner.ACCEPT_IN_ANY_CASE,
                reading.answering((request, route, inner, store) -> inner.handle(request.withHeader(
                        "Accept",
                        request.headers("Accept").stream()
                                .map(value -> value.toLowerCase(Locale.ROOT))
                                .collect(Collectors.toList())))));
    }
}
