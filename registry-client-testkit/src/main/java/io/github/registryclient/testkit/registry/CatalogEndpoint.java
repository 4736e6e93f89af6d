package io.github.registryclient.testkit.registry;

import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.registry.store.Names;
import io.github.registryclient.testkit.registry.store.Store;

/** Lists repositories, in Docker's form: the OCI has none. */
final class CatalogEndpoint implements Endpoint {
    private final Store store;

    CatalogEndpoint(Store store) {
        this.store = store;
    }

    @Override
    public Response handle(Request request, Route route) {
        Page page = Page.of(request);
        Names names = store.repositories(page.after(), page.lookAhead());
        return page.answer(names, "{\"repositories\"", "/v2/_catalog");
    }
}
