package io.github.registryclient.testkit.registry;

import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.registry.store.Store;
import java.io.IOException;

/** Gives an upload up: end-14. */
final class UploadCancellation implements Endpoint {
    private final Store store;

    UploadCancellation(Store store) {
        this.store = store;
    }

    @Override
    public Response handle(Request request, Route route) throws IOException {
        UploadStatus.find(store, route).cancel();
        return Response.of(204);
    }
}
