package io.github.registryclient.testkit.registry;

import io.github.registryclient.name.Digest;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.registry.store.Store;
import java.io.IOException;

/** Takes a blob out of a repository: end-10. */
final class BlobDeletion implements Endpoint {
    private final Store store;

    BlobDeletion(Store store) {
        this.store = store;
    }

    @Override
    public Response handle(Request request, Route route) throws IOException {
        Digest digest = route.digest();
        if (!store.deleteBlob(route.repository(), digest)) {
            throw BlobPull.unknown(digest);
        }
        return Response.of(202);
    }
}
