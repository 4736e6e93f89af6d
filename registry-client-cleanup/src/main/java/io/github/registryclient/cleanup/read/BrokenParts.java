package io.github.registryclient.cleanup.read;

import io.github.registryclient.cleanup.graph.BlobFacts;
import io.github.registryclient.cleanup.graph.ChildFacts;
import io.github.registryclient.cleanup.graph.ManifestFacts;
import io.github.registryclient.cleanup.policy.Defect;
import io.github.registryclient.name.Digest;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Looks for what is missing, but only where a rule asks for it: that costs a request for each child, subject or blob. */
final class BrokenParts {
    private final Presence presence;
    private final SideBySide workers;
    private final Wanted wanted;

    BrokenParts(Presence presence, SideBySide workers, Wanted wanted) {
        this.presence = presence;
        this.workers = workers;
        this.wanted = wanted;
    }

    void look(
            Map<Digest, ManifestFacts> manifests,
            Set<Digest> missing,
            Set<Digest> missingBlobs,
            Collection<Digest> subjects)
            throws InterruptedException {
        Set<Digest> suspects = new LinkedHashSet<>();
        if (wanted.asksFor(Defect.PARTIAL_INDEX)) {
            manifests
                    .values()
                    .forEach(manifest ->
                            manifest.children().stream().map(ChildFacts::digest).forEach(suspects::add));
        }
        if (wanted.asksFor(Defect.ORPHANED)) {
            subjects.stream().filter(subject -> !manifests.containsKey(subject)).forEach(suspects::add);
        }
        suspects.removeAll(missing);
        workers.map(suspects, digest -> presence.isMissing(digest) && missing.add(digest));
        Set<Digest> blobs = new LinkedHashSet<>();
        if (wanted.asksFor(Defect.MISSING_BLOBS)) {
            manifests
                    .values()
                    .forEach(manifest -> manifest.blobs().stream()
                            .filter(blob -> !blob.foreign())
                            .map(BlobFacts::digest)
                            .forEach(blobs::add));
        }
        blobs.removeAll(missingBlobs);
        workers.map(blobs, digest -> presence.isMissingBlob(digest) && missingBlobs.add(digest));
    }
}
