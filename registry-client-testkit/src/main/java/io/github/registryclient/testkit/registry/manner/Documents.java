package io.github.registryclient.testkit.registry.manner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.registryclient.testkit.http.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** The JSON objects that answers carry. */
final class Documents {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Documents() {}

    static ObjectNode of(Response response) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        response.body().writeTo(bytes);
        return (ObjectNode) MAPPER.readTree(bytes.toByteArray());
    }

    static Response put(Response response, ObjectNode document) {
        try {
            return response.body(MAPPER.writeValueAsBytes(document));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
