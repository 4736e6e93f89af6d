package io.github.registryclient.testkit.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.registry.store.Store;
import java.util.List;

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
        List<String> tags = store.tags(name, page.after(), page.lookAhead())
                .orElseThrow(() -> Refusal.of(404, ErrorCode.NAME_UNKNOWN, name.toString()));
        ObjectNode document = Json.object().put("name", name.toString());
        page.fill(document.putArray("tags"), tags);
        return page.link(Json.answer(200, Json.MEDIA_TYPE, document), "/v2/" + name + "/tags/list", tags);
    }
}
