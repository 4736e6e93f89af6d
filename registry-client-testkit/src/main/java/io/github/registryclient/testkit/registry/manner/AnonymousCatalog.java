package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.testkit.http.Handler;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.registry.Resource;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A catalog that shows nothing to those who do not say who they are, and does not tell them so. */
final class AnonymousCatalog {
    private AnonymousCatalog() {}

    static Decorator empty() {
        Decorator catalog = On.reading(Resource.CATALOG)
                .answering((request, route, inner, store) ->
                        isAnonymous(request) ? nothing(request, inner) : inner.handle(request));
        Decorator ping = On.reading(Resource.SUPPORT)
                .answering((request, route, inner, store) -> isAnonymous(request)
                        ? CatalogDecorators.unauthorized("Basic realm=\"registry\"", "authentication required")
                        : inner.handle(request));
        return (inner, store) -> ping.around(catalog.around(inner, store), store);
    }

    private static boolean isAnonymous(Request request) {
        return request.header("Authorization").isEmpty();
    }

    private static Response nothing(Request request, Handler inner) throws IOException {
        Optional<NameList> whole = NameList.whole(request, inner);
        return whole.isPresent() ? whole.get().with(List.of()) : inner.handle(request);
    }
}
