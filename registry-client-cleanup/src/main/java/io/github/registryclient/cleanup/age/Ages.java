package io.github.registryclient.cleanup.age;

import io.github.registryclient.cleanup.graph.ManifestFacts;
import io.github.registryclient.cleanup.graph.RepositoryGraph;
import io.github.registryclient.cleanup.policy.AgeRules;
import io.github.registryclient.cleanup.policy.TagTime;
import io.github.registryclient.internal.Excerpt;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the ages in one repository. */
public final class Ages {
    private final AgeRules rules;
    private final Sightings ledger;
    private final List<AgeSource> sources;
    private final RepositoryGraph graph;
    private final Instant now;
    private final ConfigDates configs;

    /**
     * Ages by the rules of a policy.
     *
     * @param rules how ages are found
     * @param ledger first sights
     * @param sources the user's own sources
     * @param graph the repository
     * @param now the time of the plan
     */
    public Ages(AgeRules rules, Sightings ledger, List<AgeSource> sources, RepositoryGraph graph, Instant now) {
        this.rules = rules;
        this.ledger = ledger;
        this.sources = List.copyOf(sources);
        this.graph = graph;
        this.now = now;
        this.configs = new ConfigDates(graph, now);
    }

    /**
     * The age of what a tag points to.
     *
     * @param tag the tag
     * @param manifest what it points to
     * @return the age, unknown if no source knows it
     */
    public Age of(Tag tag, ManifestFacts manifest) {
        List<AgeEvidence> evidence = new ArrayList<>();
        String rest = "";
        for (TagTime form : rules.tagTimes()) {
            Optional<Instant> time = form.find(tag.toString());
            if (time.isPresent()) {
                evidence.add(said(Age.TAG, tag.toString(), time.get()));
                rest = form.rest(tag.toString());
                break;
            }
        }
        addDocuments(manifest, evidence);
        ledger.firstSight(graph.facts().name(), tag, manifest.digest())
                .ifPresent(sight -> evidence.add(sighting(sight)));
        addOwn(Optional.of(tag), manifest.digest(), evidence);
        return decided(evidence, rest);
    }

    /**
     * The age of a manifest without a tag.
     *
     * @param manifest the manifest
     * @return the age, unknown if no source knows it
     */
    public Age of(ManifestFacts manifest) {
        List<AgeEvidence> evidence = new ArrayList<>();
        addDocuments(manifest, evidence);
        ledger.firstSight(graph.facts().name(), manifest.digest()).ifPresent(sight -> evidence.add(sighting(sight)));
        addOwn(Optional.empty(), manifest.digest(), evidence);
        return decided(evidence, "");
    }

    /** By somebody who may have another clock; that matters only if the source counts. */
    private AgeEvidence said(String source, String raw, Instant time) {
        return rules.source().filter(only -> !only.equals(source)).isPresent()
                ? Dates.judged(source, raw, time, now)
                : Dates.stamp(source, raw, time, now);
    }

    private void addDocuments(ManifestFacts manifest, List<AgeEvidence> evidence) {
        manifest.createdAnnotation().ifPresent(text -> evidence.add(Dates.read(Age.ANNOTATION, text, now)));
        configs.of(manifest).ifPresent(evidence::add);
    }

    private AgeEvidence sighting(FirstSight sight) {
        String raw = sight.time().toString();
        if (ledger.isUntrusted()) {
            return AgeEvidence.builder()
                    .source(Age.LEDGER)
                    .raw("first seen " + raw)
                    .time(sight.time())
                    .ignoredBecause(
                            "the ledger before this one was lost, so it may have been pushed at any time before")
                    .spoils(isAsked(Age.LEDGER))
                    .build();
        }
        if (!sight.atBeginning()) {
            return AgeEvidence.at(Age.LEDGER, "first seen " + raw, sight.time());
        }
        return AgeEvidence.builder()
                .source(Age.LEDGER)
                .raw("there when the ledger began, " + raw)
                .time(sight.time())
                .orEarlier(true)
                .build();
    }

    private void addOwn(Optional<Tag> tag, Digest digest, List<AgeEvidence> evidence) {
        for (AgeSource source : sources) {
            try {
                source.time(graph.facts().name(), tag, digest)
                        .ifPresent(time -> evidence.add(said(source.name(), time.toString(), time)));
            } catch (RuntimeException e) {
                evidence.add(AgeEvidence.spoiling(source.name(), "", "it failed: " + Excerpt.of(e.toString())));
            }
        }
    }

    private Age decided(List<AgeEvidence> evidence, String rest) {
        Age.Builder age = Age.builder().evidence(evidence).push(youngest(evidence, Ages::seesPushes));
        if (evidence.stream().anyMatch(AgeEvidence::spoils)) {
            return age.build();
        }
        Optional<AgeEvidence> decided =
                youngest(evidence, one -> isAsked(one.source())).map(one -> noOlder(one, evidence));
        decided.filter(one -> one.source().equals(Age.TAG)).ifPresent(byTag -> age.rest(rest));
        return age.decided(decided).build();
    }

    /** An image in an index may be known to be younger than what decided, though not how young the index is. */
    private AgeEvidence noOlder(AgeEvidence decided, List<AgeEvidence> evidence) {
        Instant time = decided.time().orElseThrow();
        return evidence.stream()
                .filter(one -> one.source().equals(Age.CONFIG) && isAsked(Age.CONFIG) && !decided.orEarlier())
                .filter(one -> one.time().filter(time::isBefore).isPresent())
                .findFirst()
                .orElse(decided);
    }

    private boolean isAsked(String source) {
        return rules.source().map(source::equals).orElse(true);
    }

    private static boolean seesPushes(AgeEvidence one) {
        return one.source().equals(Age.TAG) || one.source().equals(Age.LEDGER);
    }

    /** A time that may be any earlier one counts only where there is no other. */
    private static Optional<AgeEvidence> youngest(List<AgeEvidence> evidence, Predicate<AgeEvidence> counts) {
        return evidence.stream()
                .filter(counts.and(
                        one -> one.time().isPresent() && one.ignoredBecause().isEmpty()))
                .max(Comparator.comparing((AgeEvidence one) -> !one.orEarlier())
                        .thenComparing(one -> one.time().orElseThrow()));
    }
}
