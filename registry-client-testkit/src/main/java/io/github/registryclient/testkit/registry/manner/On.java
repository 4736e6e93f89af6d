package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.testkit.http.Handler;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.registry.Refusal;
import io.github.registryclient.testkit.registry.Resource;
import io.github.registryclient.testkit.registry.Route;
import io.github.registryclient.testkit.registry.store.Store;
import java.io.IOException;
import java.util.Set;

/** Decorators for requests of some methods for one resource; all others pass. */
final class On {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Resource resource;
    private final Set<String> methods;

    private On(Resource resource, Set<String> methods) {
        this.resource = resource;
        this.methods = methods;
    }

    static On reading(Resource resource) {
        return new On(resource, READING);
    }

    static On method(String method, Resource resource) {
        return new On(resource, Set.of(method));
    }

    /** Answers in place of the registry, or asks it; may throw {@link Refusal}. */
    Decorator answering(Answering answering) {
        return (inner, store) -> request -> {
            Route route = Route.of(request.path()).orElse(null);
            if (route == null || route.resource() != resource || !methods.contains(request.method())) {
                return inner.handle(request);
            }
            try {
                return answering.answer(request, route, inner, store);
            } catch (Refusal refusal) {
                return refusal.answer();
            }
        };
    }

    /** Changes the registry's answers. */
    Decorator changing(Changing changing) {
        return answering((request, route, inner, store) -> changing.change(request, inner.handle(request)));
    }

    /** Changes the registry's answers with status 200. */
    Decorator changingFound(Changing changing) {
        return changing(
                (request, response) -> response.status() == 200 ? changing.change(request, response) : response);
    }

    /** Answers a request. */
    interface Answering {
        Response answer(Request request, Route route, Handler registry, Store store) throws IOException;
    }

    /** Gives another answer than the registry's. */
    interface Changing {
        Response change(Request request, Response response) throws IOException;
    }
}
