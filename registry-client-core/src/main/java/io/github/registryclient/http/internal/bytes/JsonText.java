package io.github.registryclient.http.internal.bytes;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;

/** Reads bodies that may be JSON, or anything. Never fails. */
public final class JsonText {
    /** Refuses two lists of errors, of which neither could be believed. */
    private static final ObjectReader WHOLE = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(64).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build()
            .reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonText() {}

    /**
     * Reads JSON and nothing but JSON.
     *
     * @param body a body that may be anything
     * @return a missing node if it is none
     */
    public static JsonNode read(SegmentedBytes body) {
        try {
            return WHOLE.readTree(body.stream());
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }
}
