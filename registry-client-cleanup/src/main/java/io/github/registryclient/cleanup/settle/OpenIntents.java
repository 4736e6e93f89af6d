package io.github.registryclient.cleanup.settle;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.journal.Journal;
import io.github.registryclient.cleanup.journal.JournalEntry;
import io.github.registryclient.cleanup.journal.Lease;
import io.github.registryclient.cleanup.journal.RunLog;
import io.github.registryclient.cleanup.read.Presence;
import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.cleanup.restore.History;
import io.github.registryclient.cleanup.restore.OpenIntent;
import io.github.registryclient.cleanup.untag.ThrowAway;
import io.github.registryclient.cleanup.untag.ThrownAway;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Settles by reading what a killed run had begun, and writes into that run what it finds. For one thread. */
public final class OpenIntents {
    private static final String READ = "found by reading";
    private static final Duration LONGEST_DELETE = Duration.ofMinutes(5);

    private final RegistryClient client;
    private final Journal journal;
    private final Clock clock;
    private final Lease lease;
    private final History history;
    private final Map<OpenIntent, Optional<String>> answers = new HashMap<>();

    /**
     * Settles by reading.
     *
     * @param client the registry
     * @param journal where the killed runs are
     * @param clock what time it is
     * @param lease asked before anything is changed
     * @param history what the runs kept
     */
    public OpenIntents(RegistryClient client, Journal journal, Clock clock, Lease lease, History history) {
        this.client = client;
        this.journal = journal;
        this.clock = clock;
        this.lease = lease;
        this.history = history;
    }

    /**
     * Settles one, once; with a tag's removal also the throw-aways under that tag.
     *
     * @param open what was begun
     * @return why it is not settled yet, and what to do; empty if it is
     */
    public Optional<String> settle(OpenIntent open) {
        Optional<String> known = answers.get(open);
        if (known != null) {
            return known;
        }
        Optional<String> answer = throwAwaysOf(open).or(() -> settleNow(open));
        answers.put(open, answer);
        return answer;
    }

    /** A tag that shows one of our throw-aways was moved by nobody: the original comes back first, and then it is looked at. */
    private Optional<String> throwAwaysOf(OpenIntent open) {
        if (open.entry().kind() != JournalEntry.Kind.TAG_INTENT) {
            return Optional.empty();
        }
        return history.open().stream()
                .filter(other -> isThrowAwayUnder(open.entry(), other.entry()))
                .flatMap(other -> settle(other).stream())
                .reduce((first, next) -> first);
    }

    private static boolean isThrowAwayUnder(JournalEntry intent, JournalEntry other) {
        return other.kind() == JournalEntry.Kind.THROW_AWAY
                && other.repository().equals(intent.repository())
                && !Collections.disjoint(other.tags(), intent.tags());
    }

    private Optional<String> settleNow(OpenIntent open) {
        JournalEntry entry = open.entry();
        if (entry.kind() == JournalEntry.Kind.INTENT) {
            Optional<String> notYet = mayStillRun(entry);
            if (notYet.isPresent()) {
                return notYet;
            }
        }
        try (RunLog log = journal.resume(open.run())) {
            Optional<String> notYet = Optional.empty();
            if (entry.kind() == JournalEntry.Kind.THROW_AWAY) {
                notYet = notTakenBack(entry, new ThrowAway(client, history, log, lease, clock).resolve(entry));
            } else {
                log.write(settled(entry));
            }
            log.flush();
            return notYet;
        }
    }

    private static Optional<String> notTakenBack(JournalEntry throwAway, ThrownAway result) {
        return result.outcome() == Outcome.FAILED
                ? Optional.of(throwAway.repository().orElseThrow()
                        + throwAway.tags().stream().map(tag -> ":" + tag).collect(Collectors.joining())
                        + " may still show the empty image "
                        + throwAway.digest().orElseThrow()
                        + " that was put there to remove the tag: "
                        + result.cause().orElse("it could not be taken back")
                        + "; let this account push there and try again, or push the image yourself")
                : Optional.empty();
    }

    /** A DELETE without an answer: what is there may go any moment, and what is put back now could lose its tags to it (H9). */
    private Optional<String> mayStillRun(JournalEntry intent) {
        Instant over = intent.time().plus(LONGEST_DELETE);
        if (!clock.instant().isBefore(over)) {
            return Optional.empty();
        }
        RepositoryName repository = intent.repository().orElseThrow();
        Digest digest = intent.digest().orElseThrow();
        String sign = new Presence(client, repository).digest(digest).isPresent()
                ? "it is still there"
                : areListed(repository, intent.tags()) ? "its tags are listed" : "";
        return sign.isEmpty()
                ? Optional.empty()
                : Optional.of("the registry may still be deleting " + digest.shortForm() + ", for " + sign
                        + " and nobody saw its answer; try again after " + over);
    }

    private boolean areListed(RepositoryName repository, List<Tag> tags) {
        if (tags.isEmpty()) {
            return false;
        }
        try {
            return !Collections.disjoint(client.listTags(repository).toList(), tags);
        } catch (NotFoundException e) {
            if (!e.response().saysMissing()) {
                throw e;
            }
            return false;
        }
    }

    private JournalEntry settled(JournalEntry entry) {
        RepositoryName repository = entry.repository().orElseThrow();
        Digest digest = entry.digest().orElseThrow();
        Presence present = new Presence(client, repository);
        JournalEntry.Builder settled = JournalEntry.builder();
        settled.time(clock.instant()).repository(repository).digest(digest).addAllTags(entry.tags());
        if (entry.kind() == JournalEntry.Kind.INTENT) {
            boolean there = present.digest(digest).isPresent();
            return settled.kind(JournalEntry.Kind.OUTCOME)
                    .outcome(there ? Outcome.NOT_REACHED : Outcome.DELETED)
                    .cause(READ)
                    .build();
        }
        return settled.kind(JournalEntry.Kind.TAG_OUTCOME)
                .outcome(ofTag(present, entry.tags().get(0), digest))
                .cause(READ)
                .build();
    }

    private static Outcome ofTag(Presence present, Tag tag, Digest digest) {
        Optional<Digest> now = present.digest(tag);
        if (now.isEmpty()) {
            return Outcome.UNTAGGED;
        }
        return now.get().equals(digest) ? Outcome.NOT_REACHED : Outcome.MOVED;
    }
}
