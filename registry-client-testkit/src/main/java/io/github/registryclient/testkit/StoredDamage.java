package io.github.registryclient.testkit;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.registry.store.Step;
import io.github.registryclient.testkit.registry.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Does to the storage of an {@link EmbeddedRegistry} what crashes, full disks and requests that broke off do: nothing of it can
 * be done by requests. Thread-safe.
 */
public final class StoredDamage {
    private final Store store;

    StoredDamage(Store store) {
        this.store = store;
    }

    /**
     * Leaves a manifest's file without a byte. GET and HEAD give 500 from then on, also after the same manifest was pushed
     * again; the garbage collection fails; a deletion by digest takes it away, and a collection after that heals it. Seen on
     * distribution 2.8.2.
     *
     * @param manifest a stored manifest
     */
    public void emptyManifest(Digest manifest) {
        require(manifest, () -> store.emptyContent(manifest));
    }

    /**
     * Takes a manifest away and leaves its tags, which are listed on and give 404: what a deletion by digest leaves that broke
     * off in the middle (distribution issue 3191). In a folder the tags are gone with the next start.
     *
     * @param repository its repository
     * @param manifest a manifest there
     */
    public void danglingTags(RepositoryName repository, Digest manifest) {
        require(manifest, () -> store.loseManifest(repository, manifest));
    }

    /**
     * Takes a blob out of a repository, as a collection does that ran while an image was pushed: what needs it is broken.
     *
     * @param repository its repository
     * @param blob a blob there
     */
    public void missingBlob(RepositoryName repository, Digest blob) {
        require(blob, () -> store.deleteBlob(repository, blob));
    }

    private static void require(Digest digest, Step<Boolean> step) {
        try {
            if (!step.run()) {
                throw new IllegalArgumentException("not there: " + digest);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
