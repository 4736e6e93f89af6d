package io.github.registryclient.cleanup.undo;

import io.github.registryclient.cleanup.restore.Kept;
import io.github.registryclient.manifest.Descriptor;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Indexes that had a fallback tag until an entry was taken out of them: then they were deleted without a tag (H11). They are told
 * by what they list: only manifests that refer to one and the same subject.
 */
final class Superseded {
    private final Kept kept;

    Superseded(Kept kept) {
        this.kept = kept;
    }

    Optional<Tag> fallbackTag(Digest index) {
        return subject(index).map(Digest::referrersTag);
    }

    Optional<Digest> subject(Digest index) {
        Optional<Manifest> manifest = kept.manifest(index)
                .filter(one ->
                        one.kind() == Manifest.Kind.INDEX && one.subject().isEmpty());
        Set<Optional<Digest>> subjects = manifest.stream()
                .flatMap(one -> one.children().stream())
                .flatMap(entry -> kept.manifest(entry.digest()).stream())
                .map(entry -> entry.subject().map(Descriptor::digest))
                .collect(Collectors.toSet());
        return subjects.size() == 1 ? subjects.iterator().next() : Optional.empty();
    }
}
