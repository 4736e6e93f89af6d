package io.github.registryclient.cleanup.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.internal.Excerpt;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Reads a large document: one of its lists element by element, so that not all of it is in memory. */
public final class JsonStream {
    private JsonStream() {}

    /**
     * Reads one.
     *
     * @param in the document in UTF-8, an object
     * @param list the field that holds a list of objects
     * @param element takes each of them as it comes
     * @return the object, without the list
     * @throws IOException if it cannot be read
     * @throws InvalidInputException if it is no such document, with the place
     */
    public static JsonObject read(InputStream in, String list, Consumer<JsonObject> element) throws IOException {
        try (JsonParser parser = StrictJson.parser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new InvalidInputException("expected a JSON object {…}");
            }
            ObjectNode rest = JsonNodeFactory.instance.objectNode();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals(list)) {
                    elements(parser, list, element);
                } else {
                    rest.set(name, parser.readValueAsTree());
                }
            }
            if (parser.nextToken() != null) {
                throw new InvalidInputException(
                        StrictJson.where(parser.currentLocation()) + "expected nothing after the object");
            }
            JsonObject object = new JsonObject(rest, "");
            object.knows(list);
            return object;
        } catch (JsonProcessingException e) {
            throw new InvalidInputException(StrictJson.where(e.getLocation()) + Excerpt.of(e.getOriginalMessage()), e);
        }
    }

    private static void elements(JsonParser parser, String list, Consumer<JsonObject> element) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new InvalidInputException(list + ": expected a list […]");
        }
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            JsonNode node = parser.readValueAsTree();
            String place = list + "[" + i + "]";
            if (!(node instanceof ObjectNode)) {
                throw new InvalidInputException(place + ": expected an object {…}");
            }
            element.accept(new JsonObject((ObjectNode) node, place));
        }
    }
}
