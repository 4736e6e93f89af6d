package io.github.registryclient.cleanup.plan;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Hasher;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** The sha256 of a JSON document without spaces, whoever wrote it. */
final class DocumentHash {
    private static final JsonFactory FACTORY = new JsonFactory();

    private DocumentHash() {}

    /** Writes a document. */
    interface Content {
        void writeTo(JsonGenerator json) throws IOException;
    }

    static Digest ofWritten(Content content) {
        try {
            return of(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of what is in a file, without one field of its outermost object: every word counts, also one that says what follows from others. */
    static Digest of(InputStream in, String without) throws IOException {
        try (JsonParser parser = FACTORY.createParser(in)) {
            return of(json -> copy(parser, json, without));
        }
    }

    private static void copy(JsonParser from, JsonGenerator to, String without) throws IOException {
        int depth = 0;
        for (JsonToken token = from.nextToken(); token != null; token = from.nextToken()) {
            if (depth == 1
                    && token == JsonToken.FIELD_NAME
                    && from.currentName().equals(without)) {
                from.nextToken();
                from.skipChildren();
                continue;
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            to.copyCurrentEvent(from);
        }
    }

    private static Digest of(Content content) throws IOException {
        Hasher hasher = Hasher.sha256();
        try (JsonGenerator json = FACTORY.createGenerator(into(hasher), JsonEncoding.UTF8)) {
            content.writeTo(json);
        }
        return hasher.finish();
    }

    private static OutputStream into(Hasher hasher) {
        return new OutputStream() {
            @Override
            public void write(int octet) {
                write(new byte[] {(byte) octet}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int count) {
                hasher.update(bytes, offset, count);
            }
        };
    }
}
