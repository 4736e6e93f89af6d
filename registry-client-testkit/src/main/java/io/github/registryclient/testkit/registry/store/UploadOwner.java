package io.github.registryclient.testkit.registry.store;

import io.github.registryclient.name.RepositoryName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** What is noted of an upload: its repository and when it began, a line each. Immutable. */
final class UploadOwner {
    private final RepositoryName repository;
    private final Instant begun;

    UploadOwner(RepositoryName repository, Instant begun) {
        this.repository = repository;
        this.begun = begun;
    }

    static UploadOwner read(byte[] note) throws IOException {
        String text = new String(note, StandardCharsets.UTF_8);
        String[] lines = text.split("\n", -1);
        try {
            return new UploadOwner(RepositoryName.of(lines[0]), Instant.parse(lines[lines.length - 1]));
        } catch (DateTimeParseException e) {
            throw new IOException("an upload does not say when it began: " + text, e);
        }
    }

    byte[] note() {
        return (repository + "\n" + begun).getBytes(StandardCharsets.UTF_8);
    }

    RepositoryName repository() {
        return repository;
    }

    Instant begun() {
        return begun;
    }
}
