package io.github.registryclient.testkit.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.registry.store.Store;
import java.util.List;

/** Lists repositories, in Docker's form: the OCI has none. */
final class CatalogEndpoint implements Endpoint {
    private final Store store;

    CatalogEndpoint(Store store) {
        this.store = store;
    }

    @Override
    public Response handle(Request request, Route route) {
        Page page = Page.of(request);
        List<String> names = store.repositories(page.after(), page.lookAhead());
        ObjectNode document = Json.object();
        page.fill(document.putArray("repositories"), names);
        return page.link(Json.answer(200, Json.MEDIA_TYPE, document), "/v2/_catalog", names);
    }
}
