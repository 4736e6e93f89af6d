package io.github.registryclient.cleanup.restore;

import io.github.registryclient.cleanup.journal.JournalEntry;
import io.github.registryclient.cleanup.journal.RunLog;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Writes down what is put back in one repository. */
final class PutLog {
    private final RunLog log;
    private final Clock clock;
    private final RepositoryName repository;

    PutLog(RunLog log, Clock clock, RepositoryName repository) {
        this.log = log;
        this.clock = clock;
        this.repository = repository;
    }

    /** On the disk when it returns. */
    void announce(Collection<Digest> needed, Digest digest, Collection<Tag> tags) {
        needed.forEach(one -> log.write(entry(JournalEntry.Kind.PUTTING_BACK, one, List.of(), Optional.empty())));
        log.write(entry(JournalEntry.Kind.PUTTING_BACK, digest, tags, Optional.empty()));
        log.flush();
    }

    void isBack(Digest digest, Collection<Tag> tags) {
        isBack(digest, tags, Optional.empty());
    }

    void isBack(Digest digest, Collection<Tag> tags, Optional<String> cause) {
        log.write(entry(JournalEntry.Kind.PUT_BACK, digest, tags, cause));
    }

    private JournalEntry entry(JournalEntry.Kind kind, Digest digest, Collection<Tag> tags, Optional<String> cause) {
        return JournalEntry.builder()
                .kind(kind)
                .time(clock.instant())
                .repository(repository)
                .digest(digest)
                .addAllTags(tags)
                .cause(cause)
                .build();
    }
}
