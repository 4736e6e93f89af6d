package io.github.registryclient.cleanup.plan;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes fields; what is empty or false is left out. */
final class JsonWriting {
    /** Writes what is in an object. */
    interface Content<T> {
        void write(T value) throws IOException;
    }

    /** Writes a field. */
    interface Field<T> {
        void write(String name, T value) throws IOException;
    }

    private static final JsonMapper MAPPER = new JsonMapper();

    private final JsonGenerator json;

    JsonWriting(JsonGenerator json) {
        this.json = json;
    }

    /** The same, in the order of the keys as text. */
    static <V> SortedMap<String, V> byText(Map<?, V> map) {
        SortedMap<String, V> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(key.toString(), value));
        return sorted;
    }

    void text(String name, Object value) throws IOException {
        json.writeStringField(name, value.toString());
    }

    void text(String name, Optional<?> value) throws IOException {
        if (value.isPresent()) {
            text(name, value.get());
        }
    }

    void number(String name, long value) throws IOException {
        json.writeNumberField(name, value);
    }

    void flag(String name, boolean value) throws IOException {
        if (value) {
            json.writeBooleanField(name, true);
        }
    }

    void texts(String name, Collection<?> values) throws IOException {
        if (!values.isEmpty()) {
            json.writeArrayFieldStart(name);
            for (Object value : values) {
                json.writeString(value.toString());
            }
            json.writeEndArray();
        }
    }

    void document(String name, String document) throws IOException {
        json.writeFieldName(name);
        MAPPER.writeTree(json, MAPPER.readTree(document));
    }

    <T> void list(String name, Collection<T> values, Content<T> content) throws IOException {
        if (!values.isEmpty()) {
            json.writeArrayFieldStart(name);
            for (T value : values) {
                json.writeStartObject();
                content.write(value);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    <T> void object(String name, SortedMap<String, T> values, Field<T> field) throws IOException {
        if (!values.isEmpty()) {
            json.writeObjectFieldStart(name);
            for (Map.Entry<String, T> value : values.entrySet()) {
                field.write(value.getKey(), value.getValue());
            }
            json.writeEndObject();
        }
    }

    <T> void object(String name, T value, Content<T> content) throws IOException {
        json.writeObjectFieldStart(name);
        content.write(value);
        json.writeEndObject();
    }
}
