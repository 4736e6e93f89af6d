package io.github.registryclient.cleanup.untag;

import io.github.registryclient.cleanup.journal.JournalEntry;
import io.github.registryclient.cleanup.journal.RunLog;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Writes down throw-aways. The cause of one under a tag begins with the digest that the tag had. */
final class ThrowLog {
    private final RunLog log;
    private final Clock clock;

    ThrowLog(RunLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    static Optional<Digest> original(JournalEntry throwAway) {
        return throwAway.cause().flatMap(cause -> Digest.parse(cause.split(" ", 2)[0]));
    }

    /** On the disk when it returns, the original's bytes too. */
    void announce(RepositoryName repository, Digest throwAway, Tag tag, Manifest original) {
        log.keep(original);
        log.write(entry(JournalEntry.Kind.THROW_AWAY, repository, throwAway, List.of(tag))
                .cause(original.digest() + " has the tag until then")
                .build());
        log.flush();
    }

    void announce(RepositoryName repository, Digest throwAway) {
        log.write(entry(JournalEntry.Kind.THROW_AWAY, repository, throwAway, List.of())
                .build());
        log.flush();
    }

    void isOver(RepositoryName repository, Digest throwAway, List<Tag> tags, Optional<String> cause) {
        log.write(entry(JournalEntry.Kind.THROWN_AWAY, repository, throwAway, tags)
                .cause(cause)
                .build());
    }

    private JournalEntry.Builder entry(
            JournalEntry.Kind kind, RepositoryName repository, Digest digest, List<Tag> tags) {
        JournalEntry.Builder entry = JournalEntry.builder();
        entry.kind(kind)
                .time(clock.instant())
                .repository(repository)
                .digest(digest)
                .addAllTags(tags);
        return entry;
    }
}
