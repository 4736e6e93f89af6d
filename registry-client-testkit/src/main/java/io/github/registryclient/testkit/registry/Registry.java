package io.github.registryclient.testkit.registry;

import io.github.registryclient.testkit.http.Handler;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.registry.store.Store;
import java.io.IOException;

/**
 * A registry without manners: what the OCI distribution spec says, with every optional part. What deviates from it is a handler
 * around this one.
 */
public final class Registry implements Handler {
    private final Endpoints endpoints;

    private Registry(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    /** A registry that serves what is in the store. */
    public static Registry of(Store store, Settings settings) {
        return new Registry(Endpoints.of(store, settings));
    }

    @Override
    public Response handle(Request request) throws IOException {
        Route route = Route.of(request.path()).orElse(null);
        if (route == null) {
            return PlainText.notFound();
        }
        try {
            return endpoints.find(route.resource(), request.method()).handle(request, route);
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }
}
