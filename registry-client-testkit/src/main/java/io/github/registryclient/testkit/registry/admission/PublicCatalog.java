package io.github.registryclient.testkit.registry.admission;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.registryclient.testkit.http.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Predicate;

/** Leaves in a catalog's page what everybody may see. Its Link stays, so that pages are shorter than they were asked for. */
final class PublicCatalog {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PublicCatalog() {}

    static Response filtered(Response page, Predicate<String> visible) throws IOException {
        if (page.status() != 200) {
            return page;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        page.body().writeTo(bytes);
        ObjectNode document = (ObjectNode) MAPPER.readTree(bytes.toByteArray());
        ArrayNode shown = MAPPER.createArrayNode();
        document.path("repositories").forEach(name -> {
            if (visible.test(name.asText())) {
                shown.add(name);
            }
        });
        document.set("repositories", shown);
        return page.body(MAPPER.writeValueAsBytes(document));
    }
}
