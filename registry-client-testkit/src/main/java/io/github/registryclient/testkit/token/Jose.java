package io.github.registryclient.testkit.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Base64;

/** JSON in base 64, as RFC 7515 has it. */
final class Jose {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Jose() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static byte[] bytes(ObjectNode document) {
        try {
            return MAPPER.writeValueAsBytes(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] decode(String text) throws InvalidTokenException {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidTokenException("a part is not in base 64");
        }
    }

    static JsonNode read(String part) throws InvalidTokenException {
        try {
            return MAPPER.readTree(decode(part));
        } catch (IOException e) {
            throw new InvalidTokenException("a part is not JSON");
        }
    }
}
