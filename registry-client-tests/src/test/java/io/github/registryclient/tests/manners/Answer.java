package io.github.registryclient.tests.manners;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of an answer clients look at. Immutable. */
final class Answer {
    /** Headers that carry the registry's own address, a date or what HTTP needs are not among them. */
    private static final List<String> COMPARED = List.of(
            "Content-Type",
            "Link",
            "Location",
            "Allow",
            "Docker-Content-Digest",
            "Docker-Distribution-Api-Version",
            "ETag",
            "OCI-Subject",
            "WWW-Authenticate",
            "X-Content-Type-Options");

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern NEXT = Pattern.compile("(?m)^Link: <([^>]*)>");

    private final String head;
    private final Optional<JsonNode> json;
    private final String text;

    private Answer(String head, Optional<JsonNode> json, String text) {
        this.head = head;
        this.json = json;
        this.text = text;
    }

    static Answer none() {
        return new Answer("the connection ended", Optional.empty(), "");
    }

    static Answer of(HttpResponse<byte[]> response) {
        StringBuilder head = new StringBuilder("" + response.statusCode());
        for (String name : COMPARED) {
            response.headers()
                    .allValues(name)
                    .forEach(
                            value -> head.append('\n').append(name).append(": ").append(value));
        }
        String text = new String(response.body(), StandardCharsets.UTF_8);
        return new Answer(head.toString(), json(text), text);
    }

    private static Optional<JsonNode> json(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node.isObject() ? Optional.of(withoutMessages((ObjectNode) node)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Messages are prose for people, and each server has its own; zot has more of it in its details. */
    private static ObjectNode withoutMessages(ObjectNode document) {
        for (JsonNode error : document.path("errors")) {
            ((ObjectNode) error).remove("message");
            if (error.path("detail").isObject()) {
                ((ObjectNode) error.path("detail")).remove("description");
            }
        }
        return document;
    }

    /** The same answer with its lists of names in order, for servers that have none. */
    Answer sorted() {
        return changed(names -> {
            List<String> sorted = new ArrayList<>();
            names.forEach(name -> sorted.add(name.asText()));
            ArrayNode array = MAPPER.createArrayNode();
            sorted.stream().sorted().forEach(array::add);
            return array;
        });
    }

    /** The same answer with the number of names in their place, for servers that choose at random. */
    Answer counted() {
        return changed(names -> MAPPER.createArrayNode().add(names.size()));
    }

    private Answer changed(UnaryOperator<ArrayNode> change) {
        return new Answer(head, json.map(document -> changed(document.deepCopy(), change)), text);
    }

    private static JsonNode changed(JsonNode document, UnaryOperator<ArrayNode> change) {
        for (String field : List.of("tags", "repositories")) {
            if (document.path(field).isArray()) {
                ((ObjectNode) document).set(field, change.apply((ArrayNode) document.path(field)));
            }
        }
        return document;
    }

    /**
     * One line: status, headers without the registry's own address and the names of uploads, and of the body the codes of errors,
     * tags in order, or how long it is.
     */
    String outline(URI registry) {
        return head.replace(registry.toString(), "http://REGISTRY")
                        .replaceAll("/blobs/uploads/\\S+", "/blobs/uploads/ID")
                        .replaceAll("(?m)^Docker-Distribution-Api-Version: .*\n?", "")
                        .strip()
                        .replace("\n", ", ")
                + " | "
                + json.map(Answer::outline).orElse(text.length() + " characters");
    }

    private static String outline(JsonNode document) {
        if (document.has("errors")) {
            return document.findValuesAsText("code").toString();
        }
        return document.has("tags")
                ? sorted(document.path("tags"))
                : document.toString().length() + " characters";
    }

    private static String sorted(JsonNode names) {
        Set<String> sorted = new TreeSet<>();
        names.forEach(name -> sorted.add(name.asText()));
        return sorted.toString();
    }

    /** Where the next page is, path and query. */
    Optional<String> next() {
        Matcher link = NEXT.matcher(head);
        return link.find() ? Optional.of(link.group(1)) : Optional.empty();
    }

    boolean is(int status) {
        return head.startsWith("" + status);
    }

    /** Status, headers and body; equal texts mean equal answers. */
    @Override
    public String toString() {
        return head + "\n\n" + json.map(JsonNode::toString).orElse(text);
    }
}
