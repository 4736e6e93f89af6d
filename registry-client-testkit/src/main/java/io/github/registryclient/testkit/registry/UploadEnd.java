package io.github.registryclient.testkit.registry;

import io.github.registryclient.name.Digest;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.registry.store.Store;
import io.github.registryclient.testkit.registry.store.Upload;
import java.io.IOException;

/** Takes the last chunk, if there is one more, and makes the blob: end-6. */
final class UploadEnd implements Endpoint {
    private final Store store;

    UploadEnd(Store store) {
        this.store = store;
    }

    @Override
    public Response handle(Request request, Route route) throws IOException {
        Upload upload = UploadStatus.find(store, route);
        Digest digest = Route.verifiable(request.query("digest").orElse(""));
        return UploadBody.take(request, upload).finish(digest);
    }
}
