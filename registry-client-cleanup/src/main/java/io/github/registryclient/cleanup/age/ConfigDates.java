package io.github.registryclient.cleanup.age;

import io.github.registryclient.cleanup.graph.ChildFacts;
import io.github.registryclient.cleanup.graph.ManifestFacts;
import io.github.registryclient.cleanup.graph.RepositoryGraph;
import io.github.registryclient.name.Digest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The {@code created} of an image's configuration; an index is as young as its youngest image. */
final class ConfigDates {
    private final RepositoryGraph graph;
    private final Instant now;

    ConfigDates(RepositoryGraph graph, Instant now) {
        this.graph = graph;
        this.now = now;
    }

    /** Empty if there is no configuration to ask. */
    Optional<AgeEvidence> of(ManifestFacts manifest) {
        List<AgeEvidence> dates = new ArrayList<>();
        collect(manifest, dates, new HashSet<>());
        Optional<AgeEvidence> bad =
                dates.stream().filter(date -> date.time().isEmpty()).findFirst();
        Optional<AgeEvidence> youngest = dates.stream()
                .filter(date -> date.time().isPresent())
                .max(Comparator.comparing(date -> date.time().orElseThrow()));
        if (bad.isEmpty() || youngest.isEmpty()) {
            return bad.or(() -> youngest);
        }
        return youngest.map(date -> AgeEvidence.noOlder(date, "an image beside it has no date"));
    }

    /** One image without a date could be the youngest: then nothing is known of the index but that it is no older than the others. */
    private void collect(ManifestFacts manifest, List<AgeEvidence> into, Set<Digest> seen) {
        if (!seen.add(manifest.digest())) {
            return;
        }
        manifest.createdByConfig().ifPresent(text -> into.add(Dates.read(Age.CONFIG, text, now)));
        for (ChildFacts child : manifest.children()) {
            if (!child.attestation()) {
                collectChild(child, into, seen);
            }
        }
    }

    private void collectChild(ChildFacts child, List<AgeEvidence> into, Set<Digest> seen) {
        Optional<ManifestFacts> read = graph.manifest(child.digest());
        if (read.filter(one -> one.kind().isAboutOthers()).isPresent()) {
            return;
        }
        if (read.isEmpty()) {
            into.add(nothing(child, "was not read"));
        } else if (read.get().children().isEmpty()
                && read.get().createdByConfig().isEmpty()) {
            into.add(nothing(child, "has no date"));
        } else {
            collect(read.get(), into, seen);
        }
    }

    private static AgeEvidence nothing(ChildFacts child, String because) {
        return AgeEvidence.ignored(Age.CONFIG, "", "the index's " + child.digest() + " " + because);
    }
}
