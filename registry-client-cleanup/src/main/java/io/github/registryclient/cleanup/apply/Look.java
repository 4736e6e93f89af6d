package io.github.registryclient.cleanup.apply;

import io.github.registryclient.cleanup.graph.RepositoryFacts;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a repository looked like, when, and how long that took to see. Immutable. */
final class Look {
    private static final int OF_ITS_TIME = 10;

    private final RepositoryFacts facts;
    private final Instant begun;
    private final Duration took;
    private final Map<Digest, List<Tag>> tags = new HashMap<>();

    Look(RepositoryFacts facts, Instant begun, Duration took) {
        this.facts = facts;
        facts.tags()
                .forEach((tag, digest) -> tags.computeIfAbsent(digest, first -> new ArrayList<>(1))
                        .add(tag));
        this.begun = begun;
        this.took = took;
    }

    RepositoryFacts facts() {
        return facts;
    }

    Instant begun() {
        return begun;
    }

    Duration took() {
        return took;
    }

    Optional<Digest> digest(Tag tag) {
        return Optional.ofNullable(facts.tags().get(tag));
    }

    /** Whether it shows where all tags point, although not everything could be read. */
    boolean showsTags() {
        return facts.troubles().isEmpty()
                || !facts.tags().isEmpty()
                || !facts.danglingTags().isEmpty();
    }

    boolean lists(Tag tag) {
        return facts.tags().containsKey(tag) || facts.danglingTags().contains(tag);
    }

    List<Tag> tags(Digest digest) {
        return tags.getOrDefault(digest, List.of());
    }

    /** Whether it must not be relied on any more; a clock that was set back makes it old too. */
    boolean isOld(Instant now, ApplySettings settings) {
        Duration limit = settings.lookLimit().orElseGet(this::usualLimit);
        Duration age = Duration.between(begun, now);
        return age.isNegative() || age.compareTo(limit) >= 0;
    }

    private Duration usualLimit() {
        Duration byTime = took.multipliedBy(OF_ITS_TIME);
        return byTime.compareTo(ApplySettings.YOUNGEST_LOOK_LIMIT) > 0 ? byTime : ApplySettings.YOUNGEST_LOOK_LIMIT;
    }
}
