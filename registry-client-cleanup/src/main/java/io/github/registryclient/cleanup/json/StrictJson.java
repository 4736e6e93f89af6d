package io.github.registryclient.cleanup.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.registryclient.error.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;

/** Reads a document that is one JSON object and nothing else, without fields that come twice. */
public final class StrictJson {
    private static final int DEEPEST = 64;
    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build()
            .reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private StrictJson() {}

    /**
     * Reads one.
     *
     * @param text the document
     * @return its object
     * @throws InvalidInputException with line and column, if it is none
     */
    public static JsonObject read(String text) {
        JsonNode node;
        try {
            node = READER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new InvalidInputException(where(e.getLocation()) + e.getOriginalMessage(), e);
        }
        if (!node.isObject()) {
            throw new InvalidInputException("expected a JSON object {…}");
        }
        return new JsonObject((ObjectNode) node, "");
    }

    static JsonParser parser(InputStream in) throws IOException {
        return READER.createParser(in);
    }

    static String where(JsonLocation location) {
        return location == null ? "" : "line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
    }
}
