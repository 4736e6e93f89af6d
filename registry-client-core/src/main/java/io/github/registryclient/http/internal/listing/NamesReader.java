package io.github.registryclient.http.internal.listing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.internal.Excerpt;
import java.io.IOException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads one array of names out of a page's JSON: {@code tags} or {@code repositories}. A null or empty array is an empty
 * page; null entries are left out and noted in the log; anything else that is no name fails the page.
 */
public final class NamesReader<T> {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(64).build())
            .build();

    private final String field;
    private final Predicate<String> wanted;
    private final Function<String, T> type;
    private final boolean mayBeMissing;

    /**
     * A reader.
     *
     * @param field the array's name
     * @param wanted which names count at all
     * @param type makes a typed name, throwing {@link InvalidInputException}
     * @param mayBeMissing whether a page with a {@code name} and without the array is an empty one
     */
    public NamesReader(String field, Predicate<String> wanted, Function<String, T> type, boolean mayBeMissing) {
        this.field = field;
        this.wanted = wanted;
        this.type = type;
        this.mayBeMissing = mayBeMissing;
    }

    /**
     * Reads a page.
     *
     * @param reply an answer with status 200
     * @return the page
     * @throws InvalidResponseException if it is no such page
     */
    public Page<T> read(Reply reply) {
        Reading reading = new Reading(reply);
        try (JsonParser parser = JSON.createParser(reply.body().stream())) {
            reading.document(parser);
        } catch (IOException broken) {
            throw reply.invalid("the page is no well-formed JSON, or was cut: "
                    + Excerpt.of(String.valueOf(broken.getMessage()).split("\n", 2)[0]));
        }
        reading.noteSkipped();
        return new Page<>(reply, reading.names, reading.served, reading.last);
    }

    /** One page being read. */
    private final class Reading {
        private final Reply reply;
        private final ServedNames<T> names;
        private int served;
        private int nulls;
        private int unwanted;
        private @Nullable String last;
        private boolean found;

        Reading(Reply reply) {
            this.reply = reply;
            this.names = new ServedNames<>(reply.body(), type);
        }

        void document(JsonParser parser) throws IOException {
            require(parser.nextToken() == JsonToken.START_OBJECT, "the page is no JSON object");
            boolean named = false;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                named |= name.equals("name") && value == JsonToken.VALUE_STRING;

                if (name.equals(field)) {
                    require(!found, "the page has \"" + field + "\" twice");
                    found = true;
                    array(parser, value);
                } else {
                    require(
                            !name.equalsIgnoreCase(field),
                            "the page has \"" + name + "\" instead of \"" + field + "\"");
                    require(!name.equals("errors") || isNothing(parser, value), "status 200 with errors in the body");
                    parser.skipChildren();
                }
            }
            require(parser.nextToken() == null, "something follows the page's JSON object");
            require(found || named && mayBeMissing, "the page has no \"" + field + "\"");
        }

        private boolean isNothing(JsonParser parser, JsonToken value) throws IOException {
            return value == JsonToken.VALUE_NULL
                    || value == JsonToken.START_ARRAY && parser.nextToken() == JsonToken.END_ARRAY;
        }

        private void array(JsonParser parser, JsonToken value) throws IOException {
            if (value == JsonToken.VALUE_NULL) {
                return;
            }
            require(value == JsonToken.START_ARRAY, "\"" + field + "\" is no array");
            for (JsonToken entry = parser.nextToken(); entry != JsonToken.END_ARRAY; entry = parser.nextToken()) {
                served++;
                if (entry == JsonToken.VALUE_NULL) {
                    nulls++;
                } else {
                    require(entry == JsonToken.VALUE_STRING, "an entry of \"" + field + "\" is no text");
                    name(parser.getText(), parser.currentTokenLocation().getByteOffset());
                }
            }
        }

        /** What is left out of a listing is noted, for it was served after all. */
        void noteSkipped() {
            if (nulls + unwanted > 0) {
                System.getLogger("io.github.registryclient.http.listing")
                        .log(
                                System.Logger.Level.DEBUG,
                                "{0} entries of \"{1}\" left out: {2} null, {3} that are no names ({4})",
                                nulls + unwanted,
                                field,
                                nulls,
                                unwanted,
                                reply.request().shownUri());
            }
        }

        private void name(String text, long offset) {
            last = text;
            if (!wanted.test(text)) {
                unwanted++;
                return;
            }
            require(
                    offset >= 0 && offset < reply.body().size() && reply.body().at((int) offset) == '"',
                    "the page is not encoded in UTF-8");
            require(names.reads(text, (int) offset), "the page is not encoded in UTF-8");
            try {
                require(
                        names.add(type.apply(text).toString(), (int) offset),
                        "the page's names were made to collide, or it was damaged");
            } catch (InvalidInputException unusable) {
                throw reply.invalid(String.valueOf(unusable.getMessage()));
            }
        }

        private void require(boolean condition, String otherwise) {
            if (!condition) {
                throw reply.invalid(otherwise);
            }
        }
    }
}
