package io.github.registryclient.testkit.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.registryclient.testkit.http.Response;
import java.io.IOException;

/** Objects in JSON, and answers that carry one. */
public final class Json {
    /** The type of a document that has no other. */
    public static final String MEDIA_TYPE = "application/json";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** A new object without fields. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** An answer that carries an object. */
    public static Response answer(int status, String mediaType, ObjectNode document) {
        return Response.of(status).header("Content-Type", mediaType).body(bytes(document));
    }

    /** The object that an answer carries, which must be one. */
    public static ObjectNode of(Response response) throws IOException {
        return (ObjectNode) MAPPER.readTree(response.body().bytes());
    }

    /** An object in UTF-8. */
    public static byte[] bytes(ObjectNode document) {
        try {
            return MAPPER.writeValueAsBytes(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
