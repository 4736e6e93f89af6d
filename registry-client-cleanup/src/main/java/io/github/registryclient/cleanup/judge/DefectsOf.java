package io.github.registryclient.cleanup.judge;

import io.github.registryclient.cleanup.age.Age;
import io.github.registryclient.cleanup.graph.ChildFacts;
import io.github.registryclient.cleanup.graph.ManifestFacts;
import io.github.registryclient.cleanup.graph.RepositoryGraph;
import io.github.registryclient.cleanup.policy.Defect;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds what is wrong with tags and manifests of one repository. */
final class DefectsOf {
    private final RepositoryGraph graph;
    private final Predicate<Digest> isNowhere;
    private final boolean mostlySignatures;

    DefectsOf(RepositoryGraph graph, Predicate<Digest> isNowhere) {
        this.graph = graph;
        this.isNowhere = isNowhere;
        long following =
                graph.facts().tags().keySet().stream().filter(graph::follows).count();
        mostlySignatures = following * 2 > graph.facts().tags().size();
    }

    Candidate candidate(Optional<Tag> tag, ManifestFacts manifest, Age age) {
        Set<Defect> defects = EnumSet.noneOf(Defect.class);
        if (manifest.children().stream()
                .map(ChildFacts::digest)
                .anyMatch(graph.facts().missing()::contains)) {
            defects.add(Defect.PARTIAL_INDEX);
        }
        if (manifest.blobs().stream()
                .anyMatch(
                        blob -> !blob.foreign() && graph.facts().missingBlobs().contains(blob.digest()))) {
            defects.add(Defect.MISSING_BLOBS);
        }
        Set<Digest> subjects = graph.subjects(manifest.digest());
        boolean missingHere =
                !subjects.isEmpty() && subjects.stream().allMatch(graph.facts().missing()::contains);
        if (missingHere && !mostlySignatures && subjects.stream().allMatch(isNowhere)) {
            defects.add(Defect.ORPHANED);
        }
        return new Candidate(tag, Optional.of(manifest), age, defects, missingHere);
    }
}
