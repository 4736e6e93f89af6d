package io.github.registryclient.testkit.registry;

import io.github.registryclient.name.Reference;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.registry.store.Content;
import io.github.registryclient.testkit.registry.store.Store;
import io.github.registryclient.testkit.registry.store.StoredManifest;
import java.io.IOException;

/** Serves a manifest with the type it has, whatever is accepted: end-3. */
final class ManifestPull implements Endpoint {
    private final Store store;

    ManifestPull(Store store) {
        this.store = store;
    }

    @Override
    public Response handle(Request request, Route route) throws IOException {
        Reference reference = route.reference();
        StoredManifest manifest =
                store.manifest(route.repository(), reference).orElseThrow(() -> unknown(route.last()));
        // A collection may have taken the bytes in between.
        Content content = store.content(route.repository(), manifest).orElseThrow(() -> unknown(route.last()));
        if (content.size() != manifest.size()) {
            throw Refusal.of(500, ErrorCode.MANIFEST_INVALID, "the stored manifest has not all its bytes");
        }
        boolean known = ETags.isKnown(request, manifest.digest());
        Response head = Response.of(known ? 304 : 200)
                .header(Headers.DIGEST, manifest.digest().toString())
                .header(Headers.ETAG, ETags.of(manifest.digest()));
        return known
                ? head
                : head.header(Headers.CONTENT_TYPE, manifest.mediaType()).body(ContentBody.all(content));
    }

    static Refusal unknown(String reference) {
        return Refusal.of(404, ErrorCode.MANIFEST_UNKNOWN, reference);
    }
}
