package io.github.registryclient.testkit;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.registry.store.Garbage;
import java.util.Map;
import java.util.Set;

/** What a collection of an {@link EmbeddedRegistry} took, or would take. Immutable. */
public final class CollectedGarbage {
    private final Garbage garbage;

    CollectedGarbage(Garbage garbage) {
        this.garbage = garbage;
    }

    /**
     * What is needed and stays: blobs and manifests.
     *
     * @return their digests
     */
    public Set<Digest> marked() {
        return garbage.marked();
    }

    /**
     * Manifests that were taken out of their repositories because no tag leads to them.
     *
     * @return their digests; empty unless asked for
     */
    public Map<RepositoryName, Set<Digest>> deletedManifests() {
        return garbage.manifests();
    }

    /**
     * What nobody needs and goes: blobs, and the bytes of manifests.
     *
     * @return their digests
     */
    public Set<Digest> deletedBlobs() {
        return garbage.contents().keySet();
    }

    /**
     * The bytes of {@link #deletedBlobs}.
     *
     * @return 0 or more
     */
    public long bytesFreed() {
        return garbage.contents().values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Uploads that nobody finished in time, see {@link EmbeddedRegistryBuilder#uploadExpiry}. Those that another request found
     * expired before are gone already, and not among them.
     *
     * @return their names, the last segment of their locations, and how many bytes had come; not part of {@link #bytesFreed},
     *     which is about blobs
     */
    public Map<String, Long> expiredUploads() {
        return garbage.uploads();
    }

    /**
     * The numbers, for people.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return marked().size() + " blobs marked, " + deletedBlobs().size() + " blobs of " + bytesFreed()
                + " bytes and "
                + deletedManifests().values().stream().mapToInt(Set::size).sum()
                + " untagged manifests are garbage"
                + (expiredUploads().isEmpty() ? "" : ", and " + expiredUploads().size() + " uploads expired");
    }
}
