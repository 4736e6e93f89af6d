package io.github.registryclient.testkit.registry;

import io.github.registryclient.manifest.MediaTypes;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.registry.store.MalformedManifestException;
import io.github.registryclient.testkit.registry.store.ManifestDocument;
import io.github.registryclient.testkit.registry.store.Store;
import io.github.registryclient.testkit.registry.store.StoredManifest;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes a manifest of any type: end-7a, and end-7b with tags as queries. */
final class ManifestPush implements Endpoint {
    /** RFC 6838, section 4.2. */
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]*/[a-z0-9][a-z0-9!#$&^_.+-]*");

    private final Store store;
    private final Settings settings;

    ManifestPush(Store store, Settings settings) {
        this.store = store;
        this.settings = settings;
    }

    @Override
    public Response handle(Request request, Route route) throws IOException {
        RepositoryName name = route.repository();
        List<Tag> tags = tags(request, route);
        byte[] bytes = body(request);
        Digest digest = digest(route, bytes);
        StoredManifest manifest = manifest(request, digest, bytes);
        store.exclusively(() -> {
            requireContent(name, manifest.document());
            store.putManifest(name, manifest, bytes, tags);
            return manifest;
        });
        return answer(route, manifest, tags);
    }

    private static List<Tag> tags(Request request, Route route) {
        return route.isDigest()
                ? request.queries("tag").stream().map(Route::newTag).collect(Collectors.toUnmodifiableList())
                : List.of(Route.newTag(route.last()));
    }

    private byte[] body(Request request) throws IOException {
        int limit = settings.manifestLimit();
        if (request.contentLength().orElse(0) > limit) {
            throw tooLarge(limit);
        }
        byte[] bytes = request.body().readNBytes(limit);
        if (request.body().read() >= 0) {
            throw tooLarge(limit);
        }
        return bytes;
    }

    private static Refusal tooLarge(int limit) {
        return Refusal.of(413, ErrorCode.MANIFEST_INVALID, "longer than " + limit + " bytes");
    }

    private static Digest digest(Route route, byte[] bytes) {
        if (!route.isDigest()) {
            return Digest.sha256(bytes);
        }
        Digest claimed = Route.verifiable(route.last());
        Digest actual = claimed.sameAlgorithm(bytes).orElseThrow();
        if (!actual.equals(claimed)) {
            throw Refusal.of(400, ErrorCode.DIGEST_INVALID, "the bytes have " + actual);
        }
        return actual;
    }

    private static StoredManifest manifest(Request request, Digest digest, byte[] bytes) {
        ManifestDocument document;
        try {
            document = ManifestDocument.read(bytes);
        } catch (MalformedManifestException e) {
            throw invalid(e.reason());
        }
        String said = MediaTypes.essence(request.header(Headers.CONTENT_TYPE).orElse(""));
        String mediaType = said.isEmpty() ? document.mediaType().orElse("") : said;
        if (!MEDIA_TYPE.matcher(mediaType).matches()) {
            throw invalid("neither Content-Type nor \"mediaType\" is a media type: " + mediaType);
        }
        if (!document.mediaType().map(MediaTypes::essence).orElse(mediaType).equals(mediaType)) {
            throw invalid("sent as " + mediaType + ", but it says "
                    + document.mediaType().orElse(""));
        }
        return new StoredManifest(digest, mediaType, bytes.length, document);
    }

    private void requireContent(RepositoryName name, ManifestDocument document) {
        List<Digest> missing = settings.contentRequired() ? store.missing(name, document) : List.of();
        if (!missing.isEmpty()) {
            throw Refusal.of(
                    400,
                    ErrorCode.MANIFEST_BLOB_UNKNOWN,
                    missing.stream().map(Digest::toString).collect(Collectors.toList()));
        }
    }

    private static Refusal invalid(String why) {
        return Refusal.of(400, ErrorCode.MANIFEST_INVALID, why);
    }

    private static Response answer(Route route, StoredManifest manifest, List<Tag> tags) {
        Response response = Response.of(201)
                .header(Headers.LOCATION, "/v2/" + route.repository() + "/manifests/" + manifest.digest())
                .header(Headers.DIGEST, manifest.digest().toString());
        if (route.isDigest() && !tags.isEmpty()) {
            response =
                    response.header("OCI-Tag", tags.stream().map(Tag::toString).collect(Collectors.joining(", ")));
        }
        Digest subject = manifest.document().subject().orElse(null);
        return subject == null ? response : response.header("OCI-Subject", subject.toString());
    }
}
