package io.github.registryclient.cleanup.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What the lines of a run say, as JSON objects; what is empty is left out. */
final class LineWriter {
    static final String RUN = "RUN";
    static final String MANIFEST = "MANIFEST";
    static final int VERSION = 1;

    /** In bytes: the longest that is a text in the line. Escaped it is six times as long at worst. */
    private static final int LONGEST_TEXT = 5 << 20;

    /** In bytes. Registries take 4 MiB. */
    private static final int LARGEST = 12 << 20;

    private static final JsonFactory JSON = new JsonFactory();

    private LineWriter() {}

    static String of(RunHeader header) {
        return object(json -> {
            json.writeStringField("kind", RUN);
            json.writeNumberField("version", VERSION);
            json.writeStringField("id", header.id());
            json.writeStringField("purpose", header.purpose().name());
            json.writeStringField("registry", header.registry());
            text(json, "account", header.account());
            text(json, "plan", header.plan());
            json.writeStringField("time", header.begun().toString());
        });
    }

    static String of(JournalEntry entry) {
        return object(json -> {
            json.writeStringField("kind", entry.kind().name());
            json.writeStringField("time", entry.time().toString());
            text(json, "repository", entry.repository());
            text(json, "digest", entry.digest());
            if (!entry.tags().isEmpty()) {
                json.writeArrayFieldStart("tags");
                for (Object tag : entry.tags()) {
                    json.writeString(tag.toString());
                }
                json.writeEndArray();
            }
            text(json, "outcome", entry.outcome());
            text(json, "cause", entry.cause());
        });
    }

    static String of(Manifest manifest) {
        return of(manifest.mediaType(), manifest.digest(), manifest.bytes());
    }

    static String of(String mediaType, Digest digest, byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw new JournalException(
                    "the manifest " + digest + " has " + bytes.length
                            + " bytes, and a journal keeps no more than " + LARGEST
                            + ": leave it out of the plan, or delete it by hand",
                    null);
        }
        Optional<String> text = bytes.length > LONGEST_TEXT ? Optional.empty() : asText(bytes);
        return object(json -> {
            json.writeStringField("kind", MANIFEST);
            json.writeStringField("digest", digest.toString());
            json.writeStringField("mediaType", mediaType);
            if (text.isPresent()) {
                json.writeStringField("content", text.get());
            } else {
                json.writeStringField("base64", Base64.getEncoder().encodeToString(bytes));
            }
        });
    }

    /** The decoder refuses what would not become the same bytes again. */
    private static Optional<String> asText(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static void text(JsonGenerator json, String name, Optional<?> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get().toString());
        }
    }

    private static String object(Fields fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // not in memory
        }
        return text.toString();
    }

    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }
}
