package io.github.registryclient.testkit.registry;

import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.registry.store.Names;
import io.github.registryclient.testkit.registry.store.Store;

/** Lists tags: end-8a and end-8b. */
final class TagListEndpoint implements Endpoint {
    private final Store store;

    TagListEndpoint(Store store) {
        this.store = store;
    }

    @Override
    public Response handle(Request request, Route route) {
        RepositoryName name = route.repository();
        Page page = Page.of(request);
        Names tags = store.tags(name, page.after(), page.lookAhead())
                .orElseThrow(() -> Refusal.of(404, ErrorCode.NAME_UNKNOWN, name.toString()));
        return page.answer(tags, "{\"name\":\"" + name + "\",\"tags\"", "/v2/" + name + "/tags/list");
    }
}
