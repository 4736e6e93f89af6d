package io.github.registryclient.cleanup.journal;

import io.github.registryclient.cleanup.json.JsonObject;
import io.github.registryclient.cleanup.json.StrictJson;
import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Reads what {@link LineWriter} wrote. What it did not write is an {@link InvalidInputException}. */
final class LineReader {
    private final JsonObject object;
    private final String kind;

    LineReader(String object) {
        this.object = StrictJson.read(object);
        this.kind = this.object.required("kind", this.object.text("kind"));
    }

    boolean isManifest() {
        return kind.equals(LineWriter.MANIFEST);
    }

    RunHeader header() {
        if (!kind.equals(LineWriter.RUN)) {
            throw new InvalidInputException("expected the head of a run, \"kind\":\"RUN\", not " + kind);
        }
        int version = object.required("version", object.number("version"));
        if (version != LineWriter.VERSION) {
            throw new InvalidInputException("expected version " + LineWriter.VERSION + ", not " + version
                    + ", which another release has written");
        }
        RunHeader header = RunHeader.builder()
                .id(text("id"))
                .purpose(word(RunHeader.Purpose.class, text("purpose")))
                .registry(text("registry"))
                .account(object.text("account"))
                .plan(object.text("plan", Digest::of))
                .begun(time())
                .build();
        object.end();
        return header;
    }

    JournalEntry entry() {
        JournalEntry entry = JournalEntry.builder()
                .kind(word(JournalEntry.Kind.class, kind))
                .time(time())
                .repository(object.text("repository", RepositoryName::asServed))
                .digest(object.text("digest", Digest::of))
                .tags(object.texts("tags", Tag::asServed).orElse(List.of()))
                .outcome(object.text("outcome", word -> word(Outcome.class, word)))
                .cause(object.text("cause"))
                .build();
        object.end();
        return entry;
    }

    /** The digest of a manifest's line. */
    Digest digest() {
        return object.required("digest", object.text("digest", Digest::of));
    }

    Manifest manifest() {
        return Manifest.parse(text("mediaType"), content(), digest());
    }

    byte[] content() {
        Optional<byte[]> text = object.text("content").map(content -> content.getBytes(StandardCharsets.UTF_8));
        return text.or(() -> object.text("base64").map(Base64.getDecoder()::decode))
                .orElseThrow(() -> object.wrong("expected a field \"content\" or \"base64\""));
    }

    private String text(String field) {
        return object.required(field, object.text(field));
    }

    private Instant time() {
        String text = text("time");
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw InvalidInputException.of("time", text, "expected one such as 2026-01-05T02:00:00Z");
        }
    }

    private static <E extends Enum<E>> E word(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(word))
                .findFirst()
                .orElseThrow(() -> InvalidInputException.of(
                        "word", word, "this release knows " + Arrays.toString(type.getEnumConstants())));
    }
}
