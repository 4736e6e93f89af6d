package io.github.registryclient.testkit.registry.manner;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.registryclient.testkit.http.Handler;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An answer that lists names: its document, and the part of it that is the list. */
final class NameList {
    private static final int OK = 200;

    private final Response response;
    private final ObjectNode document;
    private final String field;

    private NameList(Response response, ObjectNode document, String field) {
        this.response = response;
        this.document = document;
        this.field = field;
    }

    /** Reads tags or repositories, whichever an answer with status 200 has. */
    static NameList of(Response response) throws IOException {
        ObjectNode document = Json.of(response);
        return new NameList(response, document, document.has("repositories") ? "repositories" : "tags");
    }

    /** Asks for all there are, in as many pages as it takes; nothing if they cannot be had. */
    static Optional<NameList> whole(Request request, Handler registry) throws IOException {
        Response page = registry.handle(request.withTarget(request.path()));
        if (page.status() != OK) {
            return Optional.empty();
        }
        NameList whole = of(page.without(LinkHeader.LINK));
        List<String> names = whole.names();
        Set<String> followed = new HashSet<>();
        Optional<String> next = LinkHeader.target(page);
        while (next.isPresent() && followed.add(next.get())) {
            Response more = registry.handle(request.withTarget(next.get()));
            names.addAll(of(more).names());
            next = LinkHeader.target(more);
        }
        whole.with(names);
        return Optional.of(whole);
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        document.path(field).forEach(name -> names.add(name.textValue()));
        return names;
    }

    ObjectNode document() {
        return document;
    }

    String field() {
        return field;
    }

    /** The answer with other names. */
    Response with(List<String> names) throws IOException {
        ArrayNode array = document.putArray(field);
        names.forEach(array::add);
        return response.body(Json.bytes(document));
    }

    /** The answer with the document as it was changed. */
    Response changed() throws IOException {
        return response.body(Json.bytes(document));
    }
}
