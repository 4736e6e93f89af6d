package io.github.registryclient.cleanup.judge;

import io.github.registryclient.cleanup.age.Age;
import io.github.registryclient.cleanup.graph.ManifestFacts;
import io.github.registryclient.cleanup.policy.Defect;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.util.Optional;
import java.util.Set;

/** What a rule can match: a tag, dangling or not, or a manifest without tags of its own. */
final class Candidate {
    private final Optional<Tag> tag;
    private final Optional<ManifestFacts> manifest;
    private final Age age;
    private final Set<Defect> defects;
    private final boolean subjectMissingHere;

    Candidate(
            Optional<Tag> tag,
            Optional<ManifestFacts> manifest,
            Age age,
            Set<Defect> defects,
            boolean subjectMissingHere) {
        this.tag = tag;
        this.manifest = manifest;
        this.age = age;
        this.defects = defects;
        this.subjectMissingHere = subjectMissingHere;
    }

    Optional<Tag> tag() {
        return tag;
    }

    /** Empty for a dangling tag. */
    Optional<ManifestFacts> manifest() {
        return manifest;
    }

    Optional<Digest> digest() {
        return manifest.map(ManifestFacts::digest);
    }

    Age age() {
        return age;
    }

    /** Orphaned is only what has its subject nowhere in a registry that was read completely. */
    Set<Defect> defects() {
        return defects;
    }

    /** The registry does not have the subject in this repository; it may be in another. */
    boolean subjectMissingHere() {
        return subjectMissingHere;
    }

    String tagText() {
        return tag.map(Tag::toString).orElse("");
    }
}
