package io.github.registryclient.testkit.registry;

import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.registry.store.Store;
import io.github.registryclient.testkit.registry.store.Upload;
import java.io.IOException;

/** Says how far an upload is: end-13. */
final class UploadStatus implements Endpoint {
    private final Store store;

    UploadStatus(Store store) {
        this.store = store;
    }

    @Override
    public Response handle(Request request, Route route) throws IOException {
        return UploadLocations.goOn(204, find(store, route));
    }

    static Upload find(Store store, Route route) throws IOException {
        return store.uploads().find(route.repository(), route.last()).orElseThrow(() -> unknown(route.last()));
    }

    static Refusal unknown(String id) {
        return Refusal.of(404, ErrorCode.BLOB_UPLOAD_UNKNOWN, id);
    }
}
