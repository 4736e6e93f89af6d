package io.github.registryclient.cleanup.store;

import io.github.registryclient.cleanup.age.FirstSight;
import io.github.registryclient.cleanup.age.Sightings;
import io.github.registryclient.cleanup.graph.ManifestFacts;
import io.github.registryclient.cleanup.graph.RepositoryFacts;
import io.github.registryclient.cleanup.graph.RepositoryGraph;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A ledger while a plan is made: what earlier runs saw, and what this one sees. Thread-safe. */
public final class LedgerBook implements Sightings {
    private final Optional<LedgerRecord> before;
    private final Instant now;
    private final Duration longestTerm;
    private final Map<RepositoryName, RepositoryRecord> seen = new ConcurrentHashMap<>();

    /**
     * Opens a ledger.
     *
     * @param before what earlier runs saw; empty if this is the first
     * @param now the time of this run
     * @param longestTerm how old a ledger that stands in for a lost one has to be before it is believed
     */
    public LedgerBook(Optional<LedgerRecord> before, Instant now, Duration longestTerm) {
        this.before = before;
        this.now = now;
        this.longestTerm = longestTerm;
    }

    /**
     * Manifests that were under tags once, and indexes that were seen without one, as far as they may still be there.
     *
     * @param repository the repository
     * @return empty if it was not seen before
     */
    public Set<Digest> known(RepositoryName repository) {
        Set<Digest> known = new LinkedHashSet<>();
        record(repository).ifPresent(record -> {
            record.tags().values().forEach(sighting -> known.add(sighting.digest()));
            known.addAll(record.superseded().keySet());
            known.addAll(record.led());
        });
        return known;
    }

    private Optional<RepositoryRecord> record(RepositoryName repository) {
        return before.map(record -> record.repositories().get(repository));
    }

    /**
     * Takes down what was read; what could not be read completely stays as it was.
     *
     * @param facts what was read
     */
    public void look(RepositoryFacts facts) {
        Optional<RepositoryRecord> earlier = record(facts.name());
        if (!facts.troubles().isEmpty()) {
            earlier.ifPresent(record -> seen.put(facts.name(), record));
            return;
        }
        RepositoryRecord.Builder record = RepositoryRecord.builder();
        facts.tags().forEach((tag, digest) -> record.putTags(tag, sighting(earlier, tag, digest)));
        RepositoryGraph graph = new RepositoryGraph(facts);
        Set<Digest> known = known(facts.name());
        facts.manifests().values().stream()
                .filter(manifest -> known.contains(manifest.digest()) || isParent(manifest))
                .map(ManifestFacts::digest)
                .filter(digest -> graph.tags(digest).isEmpty())
                .sorted(Comparator.comparing(Digest::toString))
                .forEach(digest -> {
                    if (isLed(graph, digest)) {
                        record.addLed(digest);
                    } else {
                        record.putSuperseded(digest, supersededSince(earlier, digest));
                    }
                });
        seen.put(facts.name(), record.build());
    }

    /** An index is a parent of its children, also when what led to it has gone. */
    private static boolean isParent(ManifestFacts manifest) {
        return !manifest.children().isEmpty();
    }

    private static boolean isLed(RepositoryGraph graph, Digest digest) {
        return Stream.concat(graph.parents(digest).stream(), graph.subjects(digest).stream())
                .anyMatch(above -> graph.manifest(above).isPresent());
    }

    private Instant supersededSince(Optional<RepositoryRecord> earlier, Digest digest) {
        return earlier.map(record -> record.superseded().get(digest)).orElse(now);
    }

    private Sighting sighting(Optional<RepositoryRecord> earlier, Tag tag, Digest digest) {
        return earlier.map(record -> record.tags().get(tag))
                .filter(sighting -> sighting.digest().equals(digest))
                .orElseGet(() -> Sighting.of(digest, FirstSight.of(now, before.isEmpty())));
    }

    /**
     * Whether no earlier run has left anything.
     *
     * @return true on the first run
     */
    public boolean isFirst() {
        return before.isEmpty();
    }

    /**
     * Whether earlier runs know what lost its tags since.
     *
     * @return false on the first run, and while a new ledger stands in for a lost one
     */
    public boolean remembers() {
        return !isFirst() && !isUntrusted();
    }

    /**
     * What to remember.
     *
     * @return what was seen now, and of repositories that were not looked at what was known
     */
    public LedgerRecord closed() {
        LedgerRecord.Builder record = LedgerRecord.builder()
                .began(before.map(LedgerRecord::began).orElse(now))
                .replacesLost(before.map(LedgerRecord::replacesLost).orElse(false));
        before.ifPresent(earlier -> earlier.repositories().forEach((name, old) -> {
            if (!seen.containsKey(name)) {
                record.putRepositories(name, old);
            }
        }));
        return record.putAllRepositories(seen).build();
    }

    @Override
    public Optional<Instant> began() {
        return Optional.of(before.map(LedgerRecord::began).orElse(now));
    }

    @Override
    public boolean isUntrusted() {
        return before.filter(LedgerRecord::replacesLost)
                .filter(record -> record.began().plus(longestTerm).isAfter(now))
                .isPresent();
    }

    @Override
    public Optional<FirstSight> firstSight(RepositoryName repository, Tag tag, Digest digest) {
        return Optional.ofNullable(seen.get(repository))
                .map(record -> record.tags().get(tag))
                .filter(sighting -> sighting.digest().equals(digest))
                .map(Sighting::first);
    }

    @Override
    public Optional<FirstSight> firstSight(RepositoryName repository, Digest digest) {
        return Optional.ofNullable(seen.get(repository))
                .map(record -> record.superseded().get(digest))
                .map(since -> FirstSight.of(since, false));
    }
}
