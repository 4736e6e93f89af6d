package io.github.registryclient.manifest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.registryclient.error.MalformedDocumentException;
import io.github.registryclient.internal.Excerpt;
import java.io.IOException;

/** Reads a JSON object strictly: no repeated keys (two readers would see two documents), no deep nesting, nothing behind it. */
final class Json {
    private static final int MAX_DEPTH = 64;
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static JsonNode readObject(String what, byte[] bytes) {
        JsonNode root;
        try {
            root = MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw new MalformedDocumentException(what + " is no JSON document: " + Excerpt.of(problem(e)), null);
        }
        if (root == null || !root.isObject()) {
            throw new MalformedDocumentException(what + " is no JSON object", null);
        }
        return root;
    }

    private static String problem(IOException e) {
        return e instanceof com.fasterxml.jackson.core.JsonProcessingException
                ? ((com.fasterxml.jackson.core.JsonProcessingException) e).getOriginalMessage()
                : String.valueOf(e.getMessage());
    }
}
