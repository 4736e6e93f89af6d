package io.github.registryclient.docker;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.registryclient.error.CredentialsUnavailableException;
import java.io.IOException;
import java.util.Map;

/** Reads JSON whose content must not be shown: messages of the parser, which quote it, go no further than this class. */
final class Json {
    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(64).build())
                    .build())
            .build()
            .reader();

    private Json() {}

    /** One document and nothing after it; a missing node if there is nothing at all. */
    static JsonNode document(String place, byte[] bytes) {
        return read(place, READER.with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS), bytes);
    }

    /** The first value, whatever follows: as Docker reads what helpers print. */
    static JsonNode first(String place, byte[] bytes) {
        return read(place, READER, bytes);
    }

    private static JsonNode read(String place, ObjectReader reader, byte[] bytes) {
        try {
            return reader.readTree(bytes);
        } catch (JsonProcessingException e) {
            JsonLocation where = e.getLocation();
            throw new CredentialsUnavailableException(place + " is no valid JSON"
                    + (where == null ? "" : " (line " + where.getLineNr() + ", column " + where.getColumnNr() + ")"));
        } catch (IOException e) {
            throw new CredentialsUnavailableException(place + " is no valid JSON in UTF-8");
        }
    }

    /** A field of an object; Docker does not mind upper and lower case in its names. */
    static JsonNode field(JsonNode object, String name) {
        JsonNode exact = object.path(name);
        if (!exact.isMissingNode()) {
            return exact;
        }
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (field.getKey().equalsIgnoreCase(name)) {
                return field.getValue();
            }
        }
        return MissingNode.getInstance();
    }

    /** A field that is a text, empty if it is not there. */
    static String text(String place, JsonNode object, String name) {
        JsonNode value = field(object, name);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isTextual()) {
            throw new CredentialsUnavailableException(place + ": \"" + name + "\" is no text");
        }
        return value.textValue();
    }

    /** A field that is an object, a missing node if it is not there. */
    static JsonNode object(String place, JsonNode object, String name) {
        JsonNode value = field(object, name);
        if (value.isNull()) {
            return MissingNode.getInstance();
        }
        if (!value.isMissingNode() && !value.isObject()) {
            throw new CredentialsUnavailableException(place + ": \"" + name + "\" is no object");
        }
        return value;
    }
}
