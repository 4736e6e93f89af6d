package io.github.registryclient.examples.demo;

import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Tag;
import java.util.List;
import java.util.stream.Collectors;

/** One manifest that goes, with all of its tags, and why. */
final class PlannedDeletion {
    private final Manifest manifest;
    private final List<Tag> tags;
    private final String reason;

    PlannedDeletion(Manifest manifest, List<Tag> tags, String reason) {
        this.manifest = manifest;
        this.tags = List.copyOf(tags);
        this.reason = reason;
    }

    Manifest manifest() {
        return manifest;
    }

    List<Tag> tags() {
        return tags;
    }

    String reason() {
        return reason;
    }

    /** Its tags, and whether it is an index. */
    String description() {
        String names =
                tags.isEmpty() ? "(no tag)" : tags.stream().map(Tag::toString).collect(Collectors.joining(", "));
        return names + (manifest.kind() == Manifest.Kind.INDEX ? "  (an index)" : "");
    }
}
