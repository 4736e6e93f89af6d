package io.github.registryclient.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.registryclient.error.MalformedDocumentException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Typed access to the fields of a JSON object; JSON's null counts as absent, a wrong type is an error that names the place.
 *
 * <p>So is a field whose name differs from one that is read only in case: Go's readers, registries among them, take both for
 * the same, and a document that two readers understand differently is refused (CVE-2021-41190).
 */
final class Fields {
    private final JsonNode node;
    private final String place;

    Fields(JsonNode node, String place) {
        if (!node.isObject()) {
            throw new MalformedDocumentException(place + " is no JSON object", null);
        }
        this.node = node;
        this.place = place;
    }

    boolean has(String name) {
        return value(name).isPresent();
    }

    Optional<String> text(String name) {
        return value(name).map(value -> {
            require(value.isTextual(), name, "a text");
            return value.textValue();
        });
    }

    long number(String name, long ifAbsent) {
        return value(name)
                .map(value -> {
                    require(value.isIntegralNumber() && value.canConvertToLong(), name, "a whole number");
                    return value.longValue();
                })
                .orElse(ifAbsent);
    }

    Optional<Fields> object(String name) {
        return value(name).map(value -> new Fields(value, place + "." + name));
    }

    List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        for (JsonNode element : array(name)) {
            objects.add(new Fields(element, place + "." + name + "[" + objects.size() + "]"));
        }
        return objects;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array(name)) {
            require(element.isTextual(), name, "a list of texts");
            texts.add(element.textValue());
        }
        return texts;
    }

    Map<String, String> textMap(String name) {
        Map<String, String> map = new LinkedHashMap<>();
        value(name).ifPresent(value -> {
            require(value.isObject(), name, "an object");
            value.properties().forEach(entry -> {
                require(entry.getValue().isTextual() || entry.getValue().isNull(), name, "an object of texts");
                map.put(entry.getKey(), entry.getValue().asText(""));
            });
        });
        return map;
    }

    MalformedDocumentException malformed(String what) {
        return new MalformedDocumentException(place + ": " + what, null);
    }

    private JsonNode array(String name) {
        JsonNode value = value(name).orElse(MissingNode.getInstance());
        require(value.isMissingNode() || value.isArray(), name, "a list");
        return value;
    }

    private Optional<JsonNode> value(String name) {
        requireOnlySpelling(name);
        JsonNode value = node.path(name);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    private void requireOnlySpelling(String name) {
        Iterator<String> names = node.fieldNames();
        while (names.hasNext()) {
            String other = names.next();
            if (other.equalsIgnoreCase(name) && !other.equals(name)) {
                throw malformed("a field differs from \"" + name + "\" only in case, so readers disagree about it");
            }
        }
    }

    private void require(boolean holds, String name, String expected) {
        if (!holds) {
            throw malformed("\"" + name + "\" is not " + expected);
        }
    }
}
