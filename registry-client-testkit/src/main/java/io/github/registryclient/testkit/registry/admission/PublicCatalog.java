package io.github.registryclient.testkit.registry.admission;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.json.Json;
import java.io.IOException;
import java.util.function.Predicate;

/** Leaves in a catalog's page what everybody may see. Its Link stays, so that pages are shorter than they were asked for. */
final class PublicCatalog {
    private PublicCatalog() {}

    static Response filtered(Response page, Predicate<String> visible) throws IOException {
        if (page.status() != 200) {
            return page;
        }
        ObjectNode document = Json.of(page);
        ArrayNode shown = document.arrayNode();
        document.path("repositories").forEach(name -> {
            if (visible.test(name.asText())) {
                shown.add(name);
            }
        });
        document.set("repositories", shown);
        return page.body(Json.bytes(document));
    }
}
