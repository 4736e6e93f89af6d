package io.github.registryclient.cleanup.read;

import io.github.registryclient.ByteRange;
import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.graph.BlobFacts;
import io.github.registryclient.cleanup.graph.ChildFacts;
import io.github.registryclient.cleanup.graph.ManifestFacts;
import io.github.registryclient.cleanup.policy.Defect;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Looks for what is missing, but only where a rule asks for it: that costs a request for each child, subject or blob. What a first
 * read did not find is looked at again here, later: only what is missing twice is missing.
 */
final class BrokenParts {
    private final RegistryClient client;
    private final RepositoryName repository;
    private final SideBySide workers;
    private final Wanted wanted;

    BrokenParts(RegistryClient client, RepositoryName repository, SideBySide workers, Wanted wanted) {
        this.client = client;
        this.repository = repository;
        this.workers = workers;
        this.wanted = wanted;
    }

    void look(
            Map<Digest, ManifestFacts> manifests,
            Set<Digest> missing,
            Set<Digest> missingBlobs,
            Collection<Digest> subjects)
            throws InterruptedException {
        Set<Digest> suspects = new LinkedHashSet<>(missing);
        if (wanted.asksFor(Defect.PARTIAL_INDEX)) {
            manifests
                    .values()
                    .forEach(manifest ->
                            manifest.children().stream().map(ChildFacts::digest).forEach(suspects::add));
        }
        if (wanted.asksFor(Defect.ORPHANED)) {
            subjects.stream().filter(subject -> !manifests.containsKey(subject)).forEach(suspects::add);
        }
        workers.map(suspects, digest -> note(missing, digest, isMissing(digest)));
        Set<Digest> blobs = new LinkedHashSet<>(missingBlobs);
        if (wanted.asksFor(Defect.MISSING_BLOBS)) {
            manifests
                    .values()
                    .forEach(manifest -> manifest.blobs().stream()
                            .filter(blob -> !blob.foreign())
                            .map(BlobFacts::digest)
                            .forEach(blobs::add));
        }
        workers.map(blobs, digest -> note(missingBlobs, digest, isMissingBlob(digest)));
    }

    private static boolean note(Set<Digest> missing, Digest digest, boolean isMissing) {
        return isMissing ? missing.add(digest) : missing.remove(digest);
    }

    private boolean isMissing(Digest digest) {
        try {
            client.getManifestDigest(repository, digest);
            return false;
        } catch (NotFoundException e) {
            if (!e.response().saysMissing()) {
                throw e;
            }
            return true;
        }
    }

    /** A HEAD has no words, so what it does not find is asked for once more. */
    private boolean isMissingBlob(Digest digest) {
        if (client.findBlobSize(repository, digest).isPresent()) {
            return false;
        }
        try {
            client.openBlob(repository, digest, ByteRange.of(0, 0)).close();
            return false;
        } catch (NotFoundException e) {
            if (!e.response().saysMissing()) {
                throw e;
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
