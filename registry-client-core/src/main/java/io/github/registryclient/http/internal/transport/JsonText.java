package io.github.registryclient.http.internal.transport;

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
final class JsonText {
    private static final ObjectReader WHOLE = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(64).build())
                    .enable(
                            StreamReadFeature
                                    .STRICT_DUPLICATE_DETECTION) // two lists of errors: neither can be believed
                    .build())
            .build()
            .reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonText() {}

    /** JSON and nothing but JSON, else a missing node. */
    static JsonNode read(SegmentedBytes body) {
        try {
            return WHOLE.readTree(body.stream());
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }
}
