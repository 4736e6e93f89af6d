package io.github.registryclient.cleanup.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.internal.Excerpt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * An object of a document, and where it stands. Each field is asked for by name; {@link #end} refuses those that nobody asked for.
 * Not thread-safe.
 */
public final class JsonObject {
    private final ObjectNode node;
    private final String place;
    private final Set<String> known = new LinkedHashSet<>();

    JsonObject(ObjectNode node, String place) {
        this.node = node;
        this.place = place;
    }

    /**
     * A text.
     *
     * @param field its name
     * @return empty if there is no such field
     */
    public Optional<String> text(String field) {
        return value(field, JsonNode::isTextual, "a text").map(JsonNode::textValue);
    }

    /**
     * A text that means something.
     *
     * @param <T> what it means
     * @param field its name
     * @param reader reads the text; what it throws is told with the place
     * @return empty if there is no such field
     */
    public <T> Optional<T> text(String field, Function<String, T> reader) {
        return text(field).map(text -> read(at(field), text, reader));
    }

    /**
     * A whole number.
     *
     * @param field its name
     * @return empty if there is no such field
     */
    public Optional<Integer> number(String field) {
        return value(field, JsonNode::canConvertToExactIntegral, "a whole number")
                .map(value -> {
                    if (!value.canConvertToInt()) {
                        throw wrong(at(field), "expected a number of at most nine digits, not " + value);
                    }
                    return value.intValue();
                });
    }

    /**
     * A number.
     *
     * @param field its name
     * @return empty if there is no such field
     */
    public Optional<Double> fraction(String field) {
        return value(field, JsonNode::isNumber, "a number").map(JsonNode::doubleValue);
    }

    /**
     * True or false.
     *
     * @param field its name
     * @return empty if there is no such field
     */
    public Optional<Boolean> flag(String field) {
        return value(field, JsonNode::isBoolean, "true or false").map(JsonNode::booleanValue);
    }

    /**
     * A list of texts that mean something.
     *
     * @param <T> what one means
     * @param field its name
     * @param reader reads one; what it throws is told with the place
     * @return empty if there is no such field; a list in it has at least one element
     */
    public <T> Optional<List<T>> texts(String field, Function<String, T> reader) {
        return list(field).map(list -> {
            List<T> read = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                String where = at(field) + "[" + i + "]";
                if (!list.get(i).isTextual()) {
                    throw wrong(where, "expected a text, not " + shown(list.get(i)));
                }
                read.add(read(where, list.get(i).textValue(), reader));
            }
            return read;
        });
    }

    /**
     * An object in it.
     *
     * @param field its name
     * @return empty if there is no such field
     */
    public Optional<JsonObject> object(String field) {
        return value(field, JsonNode::isObject, "an object {…}")
                .map(value -> new JsonObject((ObjectNode) value, at(field)));
    }

    /**
     * A list of objects.
     *
     * @param field its name
     * @return empty if there is no such field; a list in it has at least one element
     */
    public Optional<List<JsonObject>> objects(String field) {
        return list(field).map(list -> {
            List<JsonObject> objects = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                String where = at(field) + "[" + i + "]";
                if (!list.get(i).isObject()) {
                    throw wrong(where, "expected an object {…}, not " + shown(list.get(i)));
                }
                objects.add(new JsonObject((ObjectNode) list.get(i), where));
            }
            return objects;
        });
    }

    /**
     * Texts by names that may be any.
     *
     * @param <T> what a text means
     * @param field the name of the object that holds them
     * @param reader reads one; what it throws is told with the place
     * @return empty if there is no such field; in the order of the document
     */
    public <T> Map<String, T> textsByName(String field, Function<String, T> reader) {
        Map<String, T> texts = new LinkedHashMap<>();
        object(field).ifPresent(object -> {
            object.names().forEach(name -> object.text(name, reader).ifPresent(text -> texts.put(name, text)));
        });
        return texts;
    }

    /**
     * A whole number that may be large.
     *
     * @param field its name
     * @return empty if there is no such field
     */
    public Optional<Long> longNumber(String field) {
        return value(field, node -> node.isIntegralNumber() && node.canConvertToLong(), "a whole number")
                .map(JsonNode::longValue);
    }

    /**
     * Numbers by names that may be any.
     *
     * @param field the name of the object that holds them
     * @return empty if there is no such field; in the order of the document
     */
    public Map<String, Long> longsByName(String field) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        object(field)
                .ifPresent(object -> object.names()
                        .forEach(name -> object.longNumber(name).ifPresent(number -> numbers.put(name, number))));
        return numbers;
    }

    /**
     * A document in the document.
     *
     * @param field its name
     * @return its text; empty if there is no such field
     */
    public Optional<String> document(String field) {
        return object(field).map(object -> object.node.toString());
    }

    /**
     * The names of all fields.
     *
     * @return in the order of the document
     */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** A field that was read elsewhere. */
    void knows(String field) {
        known.add(field);
    }

    private Optional<JsonNode> list(String field) {
        Optional<JsonNode> list = value(field, JsonNode::isArray, "a list […]");
        if (list.isPresent() && list.get().isEmpty()) {
            throw wrong(at(field), "the list is empty: leave the field out, or name something");
        }
        return list;
    }

    private Optional<JsonNode> value(String field, Predicate<JsonNode> isRight, String expected) {
        known.add(field);
        JsonNode value = node.get(field);
        if (value == null) {
            return Optional.empty();
        }
        if (!isRight.test(value)) {
            throw wrong(at(field), "expected " + expected + ", not " + shown(value));
        }
        return Optional.of(value);
    }

    private static String shown(JsonNode value) {
        return Excerpt.of(value.toString());
    }

    private static <T> T read(String where, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (InvalidInputException e) {
            throw new InvalidInputException(where + ": " + e.getMessage(), e);
        }
    }

    /** Refuses fields that nobody asked for. */
    public void end() {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw wrong(at(Excerpt.of(name)), "there is no such field here; there are " + String.join(", ", known));
            }
        });
    }

    /**
     * A field that has to be there.
     *
     * @param <T> what it is
     * @param field its name
     * @param value what was found of it
     * @return the value
     * @throws InvalidInputException if there is none
     */
    public <T> T required(String field, Optional<T> value) {
        return value.orElseThrow(() -> wrong(place, "the field \"" + field + "\" is missing"));
    }

    /**
     * Does something whose failure is told with the place of this object.
     *
     * @param <T> what comes of it
     * @param work what to do
     * @return what comes of it
     */
    public <T> T here(Supplier<T> work) {
        try {
            return work.get();
        } catch (InvalidInputException e) {
            throw new InvalidInputException((place.isEmpty() ? "" : place + ": ") + e.getMessage(), e);
        }
    }

    /**
     * What is wrong with this object.
     *
     * @param what what is wrong, and what was expected
     * @return an exception that names its place
     */
    public InvalidInputException wrong(String what) {
        return wrong(place, what);
    }

    private String at(String field) {
        return place.isEmpty() ? field : place + "." + field;
    }

    private static InvalidInputException wrong(String place, String what) {
        return new InvalidInputException(place.isEmpty() ? what : place + ": " + what);
    }
}
