package io.github.registryclient.examples.demo;

import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What goes from one repository and in which order, and what is said of every tag. */
final class DeletionPlan {
    private final RepositoryState state;
    private final List<PlannedDeletion> deletions;
    private final List<Manifest> spared;
    private final Map<Tag, Verdict> verdicts;

    DeletionPlan(
            RepositoryState state, List<PlannedDeletion> deletions, List<Manifest> spared, Map<Tag, Verdict> verdicts) {
        this.state = state;
        this.deletions = List.copyOf(deletions);
        this.spared = List.copyOf(spared);
        this.verdicts = verdicts;
    }

    static DeletionPlan nothing(RepositoryState state, Map<Tag, Verdict> verdicts) {
        return new DeletionPlan(state, List.of(), List.of(), verdicts);
    }

    RepositoryState state() {
        return state;
    }

    /** Indexes before their children. */
    List<PlannedDeletion> deletions() {
        return deletions;
    }

    /** Manifests without tag that stay, although an index that lists them goes. */
    List<Manifest> spared() {
        return spared;
    }

    /** The final word on each tag, where the policy's was overruled also why. */
    Map<Tag, Verdict> verdicts() {
        return verdicts;
    }

    int tagCount() {
        return deletions.stream().mapToInt(deletion -> deletion.tags().size()).sum();
    }

    /** Where the kept tags have to point afterwards. */
    Map<Tag, Digest> expectedTags() {
        Map<Tag, Digest> expected = new LinkedHashMap<>(state.tags().digests());
        deletions.forEach(deletion -> deletion.tags().forEach(expected::remove));
        return expected;
    }
}
