package io.github.registryclient.testkit.registry;

import io.github.registryclient.name.Digest;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.registry.store.Content;
import io.github.registryclient.testkit.registry.store.Store;
import java.io.IOException;
import java.util.Optional;

/** Serves a blob or a part of it: end-2. */
final class BlobPull implements Endpoint {
    private final Store store;

    BlobPull(Store store) {
        this.store = store;
    }

    @Override
    public Response handle(Request request, Route route) throws IOException {
        Digest digest = route.digest();
        Content content = store.blob(route.repository(), digest).orElseThrow(() -> unknown(digest));
        if (ETags.isKnown(request, digest)) {
            return describe(Response.of(304), digest);
        }
        Optional<ByteRange> range = ByteRange.of(request, ETags.of(digest), content.size());
        int status = range.isPresent() ? 206 : 200;
        Response head = describe(Response.of(status), digest).header(Headers.CONTENT_TYPE, "application/octet-stream");
        return range.map(part -> head.header(Headers.CONTENT_RANGE, part.contentRange())
                        .body(ContentBody.part(content, part.first(), part.length())))
                .orElseGet(() -> head.body(ContentBody.all(content)));
    }

    private static Response describe(Response response, Digest digest) {
        return response.header(Headers.DIGEST, digest.toString())
                .header(Headers.ETAG, ETags.of(digest))
                .header("Accept-Ranges", "bytes");
    }

    static Refusal unknown(Digest digest) {
        return Refusal.of(404, ErrorCode.BLOB_UNKNOWN, digest.toString());
    }
}
