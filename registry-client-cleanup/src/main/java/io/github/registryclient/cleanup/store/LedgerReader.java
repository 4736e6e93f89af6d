package io.github.registryclient.cleanup.store;

import io.github.registryclient.cleanup.age.FirstSight;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.internal.Excerpt;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Reads what {@link LedgerWriter} wrote, and nothing that differs from it. Not thread-safe. */
final class LedgerReader {
    private static final String TAG = "expected tag, a time, at-least or exact, a digest and a tag";
    private static final String SUPERSEDED = "expected superseded, a time and a digest";

    private final LedgerLines lines;
    private final String registry;
    private final LedgerRecord.Builder record = LedgerRecord.builder();
    private final Set<RepositoryName> repositories = new HashSet<>();
    private final Set<Object> namesHere = new HashSet<>();
    /** The runs of a ledger are few, beside its tags. */
    private final Map<String, Instant> times = new HashMap<>();

    LedgerReader(LedgerLines lines, String registry) {
        this.lines = lines;
        this.registry = registry;
    }

    /** Nothing is given away before the last line has proven it. */
    LedgerRecord read() throws IOException {
        try {
            String line = head();
            while (!line.startsWith("end ")) {
                line = repository(RepositoryName.asServed(after("repository ", line)));
            }
            end(line);
            return record.build();
        } catch (InvalidInputException e) {
            throw lines.wrong(e);
        }
    }

    /** Gives the line after it. */
    private String head() throws IOException {
        String version = after(LedgerWriter.KIND + " ", lines.next());
        if (!version.equals(LedgerWriter.VERSION)) {
            throw new InvalidInputException("expected version " + LedgerWriter.VERSION + ", not " + Excerpt.of(version)
                    + ", which another release has written");
        }
        String other = after("registry ", lines.next());
        if (!other.equals(registry)) {
            throw new InvalidInputException("expected " + Excerpt.of(registry) + ", not " + Excerpt.of(other));
        }
        record.began(time(after("began ", lines.next())));
        String line = lines.next();
        if (line.equals("replaces-lost")) {
            record.replacesLost(true);
            line = lines.next();
        }
        return line;
    }

    /** Gives the line after it. */
    private String repository(RepositoryName name) throws IOException {
        once(repositories.add(name), name);
        namesHere.clear();
        RepositoryRecord.Builder repository = RepositoryRecord.builder();
        String line = lines.next();
        for (; line.startsWith("tag "); line = lines.next()) {
            String[] parts = parts(line, 5, TAG);
            Tag tag = Tag.asServed(parts[4]);
            once(namesHere.add(tag), tag);
            repository.putTags(tag, Sighting.of(Digest.of(parts[3]), FirstSight.of(time(parts[1]), atLeast(parts[2]))));
        }
        for (; line.startsWith("superseded "); line = lines.next()) {
            String[] parts = parts(line, 3, SUPERSEDED);
            Digest digest = Digest.of(parts[2]);
            once(namesHere.add(digest), digest);
            repository.putSuperseded(digest, time(parts[1]));
        }
        for (; line.startsWith("led "); line = lines.next()) {
            Digest digest = Digest.of(after("led ", line));
            once(namesHere.add(digest), digest);
            repository.addLed(digest);
        }
        record.putRepositories(name, repository.build());
        return line;
    }

    private void end(String line) throws IOException {
        if (!after("end ", line).equals(lines.before().toString())) {
            throw new InvalidInputException("what stands above is not what was written: it has another digest");
        }
        if (!lines.isEnd()) {
            throw new InvalidInputException("expected nothing after it");
        }
    }

    private static String after(String word, String line) {
        if (!line.startsWith(word)) {
            throw new InvalidInputException("expected \"" + word.strip() + " …\", not \"" + Excerpt.of(line) + "\"");
        }
        return line.substring(word.length());
    }

    private static String[] parts(String line, int count, String expected) {
        String[] parts = line.split(" ", count);
        if (parts.length < count) {
            throw new InvalidInputException(expected + ", not \"" + Excerpt.of(line) + "\"");
        }
        return parts;
    }

    private static boolean atLeast(String word) {
        if (!word.equals(LedgerWriter.AT_LEAST) && !word.equals(LedgerWriter.EXACT)) {
            throw new InvalidInputException(TAG + ", not \"" + Excerpt.of(word) + "\"");
        }
        return word.equals(LedgerWriter.AT_LEAST);
    }

    private static void once(boolean first, Object name) {
        if (!first) {
            throw new InvalidInputException(Excerpt.of(name.toString()) + " stands there twice");
        }
    }

    private Instant time(String text) {
        return times.computeIfAbsent(text, LedgerReader::parsed);
    }

    private static Instant parsed(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidInputException("expected a time, not \"" + Excerpt.of(text) + "\"", e);
        }
    }
}
