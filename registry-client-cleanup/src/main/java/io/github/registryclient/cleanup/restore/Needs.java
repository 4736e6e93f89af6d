package io.github.registryclient.cleanup.restore;

import io.github.registryclient.cleanup.read.Presence;
import io.github.registryclient.manifest.Descriptor;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What has to be put before a manifest: children that are not there, and a subject that we deleted, each with what it needs
 * itself; and the proof that all their blobs are there. Puts nothing. For one manifest.
 */
final class Needs {
    private static final int DEEPEST = 64;

    private final RepositoryName repository;
    private final Presence present;
    private final BlobProof blobs;
    private final Kept kept;
    private final Set<Digest> seen = new LinkedHashSet<>();
    private final List<Manifest> order = new ArrayList<>();

    Needs(RepositoryName repository, Presence present, BlobProof blobs, Kept kept) {
        this.repository = repository;
        this.present = present;
        this.blobs = blobs;
        this.kept = kept;
    }

    /** What to put, in this order; the manifest itself is not among it. */
    List<Manifest> order() {
        return order;
    }

    /** What is gone for good, so that this manifest cannot be put. */
    Optional<Gone> of(Manifest manifest) {
        return of(manifest, 0);
    }

    private Optional<Gone> of(Manifest manifest, int depth) {
        if (depth > DEEPEST) {
            return Optional.of(new Gone(manifest.digest(), "indexes lie deeper in each other than " + DEEPEST));
        }
        for (Descriptor blob : manifest.blobs()) {
            if (!blob.isForeign() && !blobs.isThere(repository, blob)) {
                return Optional.of(new Gone(
                        blob.digest(),
                        "the bytes of the blob " + blob.digest() + ", which "
                                + manifest.digest().shortForm()
                                + " needs, are not in the registry any more; push the image again"));
            }
        }
        for (Descriptor child : manifest.children()) {
            Optional<Gone> gone = absent(child.digest(), manifest, depth);
            if (gone.isPresent()) {
                return gone;
            }
        }
        manifest.subject().ifPresent(subject -> subject(subject.digest(), manifest, depth));
        return Optional.empty();
    }

    private Optional<Gone> absent(Digest digest, Manifest above, int depth) {
        if (!seen.add(digest) || present.digest(digest).isPresent()) {
            return Optional.empty();
        }
        Optional<Manifest> manifest = kept.manifest(digest);
        if (manifest.isEmpty()) {
            return Optional.of(new Gone(
                    digest,
                    "the manifest " + digest + ", which " + above.digest().shortForm()
                            + " needs, is gone, and no journal of this registry has it; push the image again"));
        }
        Optional<Gone> gone = of(manifest.get(), depth + 1);
        if (gone.isEmpty()) {
            order.add(manifest.get());
        }
        return gone;
    }

    /** A registry takes what refers to something that is not there, so a subject that cannot come back hinders nothing. */
    private void subject(Digest subject, Manifest above, int depth) {
        if (kept.isDeletedByUs(repository, subject)) {
            int before = order.size();
            if (absent(subject, above, depth).isPresent()) {
                order.subList(before, order.size()).clear();
            }
        }
    }
}
