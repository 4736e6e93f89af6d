package io.github.registryclient.manifest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.registryclient.error.MalformedDocumentException;
import io.github.registryclient.internal.Excerpt;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads a JSON object strictly: UTF-8 only, no repeated keys (two readers would see two documents), no deep nesting, nothing
 * behind it.
 *
 * <p>Refusals quote nothing of the document, which may hold what its builder should have kept to himself.
 */
final class Json {
    private static final int MAX_DEPTH = 64;
    /** A tree costs some fifty bytes a token; an index of ten thousand entries has two hundred thousand. */
    private static final long MAX_TOKENS = 1_000_000;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxTokenCount(MAX_TOKENS)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    // a table of names shared by all documents would grow by what strangers send
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static JsonNode readObject(String what, byte[] bytes) {
        JsonNode root;
        try {
            root = MAPPER.readTree(utf8(bytes));
        } catch (CharacterCodingException e) {
            throw new MalformedDocumentException(what + " is no JSON document: it is not UTF-8", null);
        } catch (JsonProcessingException e) {
            throw new MalformedDocumentException(what + " is no JSON document: " + problem(e), null);
        }
        if (root == null || !root.isObject()) {
            throw new MalformedDocumentException(what + " is no JSON object", null);
        }
        return root;
    }

    /** Jackson's own decoder guesses other encodings and takes overlong sequences. */
    private static String utf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static String problem(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            return Excerpt.of(e.getOriginalMessage());
        }
        JsonLocation place = e.getLocation();
        String where = place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
        return "broken, cut or with a repeated field" + where;
    }
}
