package io.github.registryclient.examples.demo;

import io.github.registryclient.manifest.Descriptor;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.manifest.Platform;
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

    String tagNames() {
        return tags.isEmpty() ? "(no tag)" : tags.stream().map(Tag::toString).collect(Collectors.joining(", "));
    }

    /** Such as 'image', or 'index of linux/amd64, linux/arm64'. */
    String kind() {
        if (manifest.kind() != Manifest.Kind.INDEX) {
            return "image";
        }
        String platforms = manifest.children().stream()
                .map(Descriptor::platform)
                .map(platform -> platform.map(Platform::toString).orElse("?"))
                .collect(Collectors.joining(", "));
        return "index of " + platforms;
    }
}
