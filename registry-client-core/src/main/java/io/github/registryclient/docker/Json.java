package io.github.registryclient.docker;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.registryclient.error.CredentialsUnavailableException;
import java.io.IOException;
import java.util.Map;

/**
 * Reads JSON whose content must not be shown: messages of the parser, which quote it, go no further than this class. What is
 * named twice is no valid document: Docker and Podman merge the two, and who takes one of them may go on as nobody.
 */
final class Json {
    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(64).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
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
            boolean twice = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field");
            throw new CredentialsUnavailableException(place
                    + (twice ? " names something twice in one object; leave one of the two" : " is no valid JSON")
                    + (where == null ? "" : " (line " + where.getLineNr() + ", column " + where.getColumnNr() + ")"));
        } catch (IOException e) {
            throw new CredentialsUnavailableException(place + " is no valid JSON in UTF-8");
        }
    }

    /** A field of an object; Docker does not mind upper and lower case in its names, so two that differ in it are one twice. */
    static JsonNode field(String place, JsonNode object, String name) {
        JsonNode found = MissingNode.getInstance();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (field.getKey().equalsIgnoreCase(name)) {
                if (!found.isMissingNode()) {
                    throw new CredentialsUnavailableException(
                            place + ": \"" + name + "\" is there twice, in upper and lower case; leave one of the two");
                }
                found = field.getValue();
            }
        }
        return found;
    }

    /** A field that is a text, empty if it is not there. */
    static String text(String place, JsonNode object, String name) {
        JsonNode value = field(place, object, name);
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
        JsonNode value = field(place, object, name);
        if (value.isNull()) {
            return MissingNode.getInstance();
        }
        if (!value.isMissingNode() && !value.isObject()) {
            throw new CredentialsUnavailableException(place + ": \"" + name + "\" is no object");
        }
        return value;
    }
}
