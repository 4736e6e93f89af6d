package io.github.registryclient.cleanup.restore;

import io.github.registryclient.cleanup.journal.JournalEntry;
import io.github.registryclient.cleanup.journal.RunRecord;
import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes entries one after the other and knows what holds after each. Not thread-safe. */
final class Ledger {
    private final Map<RepositoryName, Map<Digest, Lost>> lost = new LinkedHashMap<>();
    private final Map<RepositoryName, Map<Tag, Lost>> holders = new HashMap<>();
    private final Map<List<Object>, OpenIntent> open = new LinkedHashMap<>();

    void take(RunRecord run, JournalEntry entry) {
        if (entry.kind() == JournalEntry.Kind.COLLECTED && entry.repository().isEmpty()) {
            entry.digest()
                    .ifPresent(digest ->
                            lost().filter(one -> one.digest().equals(digest)).forEach(Lost::collected));
        }
        if (entry.repository().isPresent() && entry.digest().isPresent()) {
            take(run, entry, entry.repository().get(), entry.digest().get());
        }
    }

    private void take(RunRecord run, JournalEntry entry, RepositoryName repository, Digest digest) {
        String name = run.header().id();
        switch (entry.kind()) {
            case INTENT:
            case TAG_INTENT:
            case THROW_AWAY:
                open.put(key(entry, repository, digest), new OpenIntent(run, entry));
                break;
            case OUTCOME:
                OpenIntent intent = open.remove(key(entry, repository, digest));
                if (isOutcome(entry, Outcome.DELETED) || intent != null && mayHaveDeleted(name, intent, entry)) {
                    Set<Tag> tags = new LinkedHashSet<>(entry.tags());
                    if (intent != null) {
                        tags.addAll(intent.entry().tags());
                    }
                    at(repository, digest).deleted(name);
                    untag(repository, digest, tags, name);
                }
                break;
            case TAG_OUTCOME:
                OpenIntent tagIntent = open.remove(key(entry, repository, digest));
                if (isOutcome(entry, Outcome.UNTAGGED) || tagIntent != null && mayHaveDeleted(name, tagIntent, entry)) {
                    untag(repository, digest, entry.tags(), name);
                }
                break;
            case THROWN_AWAY:
                open.remove(key(entry, repository, digest));
                break;
            case PUT_BACK:
                Lost back = at(repository, digest);
                back.isBack();
                entry.tags().forEach(back::forget);
                break;
            case COLLECTED:
                at(repository, digest).collected();
                break;
            default: // PUTTING_BACK is followed by PUT_BACK, or is to be done again
        }
    }

    /** A tag is where it was last: what lost it before gets it back no more. */
    private void untag(RepositoryName repository, Digest digest, Collection<Tag> tags, String run) {
        Map<Tag, Lost> here = holders.computeIfAbsent(repository, first -> new HashMap<>());
        for (Tag tag : tags) {
            Lost now = at(repository, digest);
            Lost before = here.put(tag, now);
            if (before != null) {
                before.forget(tag);
            }
            now.untagged(tag, run);
        }
    }

    /** What was accepted may be carried out later, and what was gone already may be so by a DELETE that a proxy repeated. */
    private static boolean mayHaveDeleted(String run, OpenIntent intent, JournalEntry outcome) {
        return intent.run().header().id().equals(run)
                && (isOutcome(outcome, Outcome.FAILED) || isOutcome(outcome, Outcome.ALREADY_GONE));
    }

    private static boolean isOutcome(JournalEntry entry, Outcome outcome) {
        return entry.outcome().equals(Optional.of(outcome));
    }

    /** An outcome has the key of its intent. */
    private static List<Object> key(JournalEntry entry, RepositoryName repository, Digest digest) {
        switch (entry.kind()) {
            case INTENT:
            case OUTCOME:
                return List.of("manifest", repository, digest);
            case TAG_INTENT:
            case TAG_OUTCOME:
                return List.of("tag", repository, digest, Set.copyOf(entry.tags()));
            default:
                return List.of("throw-away", repository, digest);
        }
    }

    private Lost at(RepositoryName repository, Digest digest) {
        return lost.computeIfAbsent(repository, first -> new LinkedHashMap<>())
                .computeIfAbsent(digest, first -> new Lost(repository, digest));
    }

    Optional<Lost> find(RepositoryName repository, Digest digest) {
        return Optional.ofNullable(lost.getOrDefault(repository, Map.of()).get(digest));
    }

    Stream<Lost> lost() {
        return lost.values().stream().flatMap(here -> here.values().stream());
    }

    List<OpenIntent> open() {
        return open.values().stream().collect(Collectors.toUnmodifiableList());
    }
}
