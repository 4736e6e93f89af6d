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
import java.util.function.Supplier;

/** Decorators for requests of some methods for some resources; all others pass. */
final class On {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Set<Resource> resources;
    private final Set<String> methods;

    private On(Set<Resource> resources, Set<String> methods) {
        this.resources = resources;
        this.methods = methods;
    }

    static On reading(Resource... resources) {
        return new On(Set.of(resources), READING);
    }

    static On method(String method, Resource... resources) {
        return new On(Set.of(resources), Set.of(method));
    }

    static On methods(Set<String> methods, Resource... resources) {
        return new On(Set.of(resources), methods);
    }

    /** All requests with a path that a registry knows. */
    static On anything() {
        return new On(Set.of(Resource.values()), Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
    }

    /** Answers in place of the registry, or asks it; may throw {@link Refusal}. */
    Decorator answering(Answering answering) {
        return (inner, store) -> request -> {
            Route route = Route.of(request.path()).orElse(null);
            if (route == null || !resources.contains(route.resource()) || !methods.contains(request.method())) {
                return inner.handle(request);
            }
            try {
                return answering.answer(request, route, inner, store);
            } catch (Refusal refusal) {
                return refusal.answer();
            }
        };
    }

    /** Answers as something that remembers, made anew for each registry. */
    Decorator remembering(Supplier<Answering> made) {
        return (inner, store) -> answering(made.get()).around(inner, store);
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
