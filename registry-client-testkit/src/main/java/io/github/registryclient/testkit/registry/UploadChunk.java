package io.github.registryclient.testkit.registry;

import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.registry.store.Store;
import io.github.registryclient.testkit.registry.store.Upload;
import java.io.IOException;

/** Takes a chunk, or all bytes as a stream: end-5. */
final class UploadChunk implements Endpoint {
    private final Store store;

    UploadChunk(Store store) {
        this.store = store;
    }

    @Override
    public Response handle(Request request, Route route) throws IOException {
        Upload upload = UploadStatus.find(store, route);
        UploadBody.take(request, upload);
        return UploadLocations.goOn(202, upload);
    }
}
