package io.github.registryclient.cleanup.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.registryclient.cleanup.files.OwnFiles;
import io.github.registryclient.cleanup.files.Uninterrupted;
import io.github.registryclient.cleanup.json.JsonObject;
import io.github.registryclient.cleanup.json.StrictJson;
import io.github.registryclient.error.InvalidInputException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Who holds the lease of a registry, in a file that is replaced as a whole. It stays when the lease is given back, for its number. */
final class LeaseFile {
    private static final JsonFactory JSON = new JsonFactory();

    private final Path file;

    LeaseFile(Path file) {
        this.file = file;
    }

    /** Empty where nobody has held it. */
    Optional<LeaseState> read() throws IOException {
        String text;
        try {
            text = new String(Uninterrupted.call(() -> Files.readAllBytes(file)), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        try {
            return Optional.of(state(StrictJson.read(text)));
        } catch (InvalidInputException | DateTimeParseException e) {
            throw new JournalException(
                    this + " says not who changes the registry: it was altered, or written by another release: "
                            + e.getMessage() + "; remove it if nobody does",
                    e);
        }
    }

    private static LeaseState state(JsonObject json) {
        LeaseHolder holder = new LeaseHolder(
                json.required("host", json.text("host")),
                json.required("process", json.longNumber("process")),
                json.text("started").map(Instant::parse),
                json.required("user", json.text("user")));
        LeaseState state = new LeaseState(
                json.required("number", json.longNumber("number")),
                holder,
                Instant.parse(json.required("since", json.text("since"))),
                Instant.parse(json.required("beat", json.text("beat"))),
                json.flag("free").orElse(false));
        json.end();
        return state;
    }

    void write(LeaseState state) throws IOException {
        Uninterrupted.call(() -> {
            OwnFiles.write(file, true, out -> write(state, out));
            return state;
        });
    }

    private static void write(LeaseState state, OutputStream out) throws IOException {
        JsonGenerator json = JSON.createGenerator(out);
        json.writeStartObject();
        json.writeNumberField("number", state.number);
        json.writeStringField("host", state.holder.host);
        json.writeNumberField("process", state.holder.process);
        if (state.holder.started.isPresent()) {
            json.writeStringField("started", state.holder.started.get().toString());
        }
        json.writeStringField("user", state.holder.user);
        json.writeStringField("since", state.since.toString());
        json.writeStringField("beat", state.beat.toString());
        if (state.free) {
            json.writeBooleanField("free", true);
        }
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
    }

    /** Its place, for messages. */
    @Override
    public String toString() {
        return RunFiles.shown(file);
    }
}
