package io.github.registryclient.examples.snippets;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.ResolvedTags;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which tags share a digest, and how to delete in spite of that. */
public final class SharedDigests {
    private SharedDigests() {}

    /**
     * Resolves all tags of a repository side by side and groups them.
     *
     * @param registry the registry
     */
    public static void group(RegistryClient registry) {
        // region shared-digests
        RepositoryName hello = RepositoryName.of("admin/hello");
        ResolvedTags resolved =
                registry.resolveTags(hello, registry.listTags(hello).toList());
        resolved.tagsByDigest().forEach((digest, tags) -> System.out.println(digest.shortForm() + " " + tags));
        // endregion
    }

    /**
     * Deletes the digests of which every tag is in the list and that no index needs which stays, and no other.
     *
     * @param registry the registry
     * @param unwanted tags that are to go
     * @return what was deleted
     */
    public static List<Digest> deleteUnshared(RegistryClient registry, List<Tag> unwanted) {
        List<Digest> deleted = new ArrayList<>();
        // region delete-unshared
        RepositoryName hello = RepositoryName.of("admin/hello");
        ResolvedTags resolved =
                registry.resolveTags(hello, registry.listTags(hello).toList()); // all, or an exception
        Set<Digest> needed = new HashSet<>();
        resolved.tagsByDigest().forEach((digest, tags) -> {
            if (!unwanted.containsAll(tags)) { // it stays, and needs its children, which may have tags of their own
                registry.getManifest(hello, digest).children().forEach(child -> needed.add(child.digest()));
            }
        });
        resolved.tagsByDigest().forEach((digest, tags) -> {
            if (unwanted.containsAll(tags) && !needed.contains(digest)) { // a digest goes with all of its tags
                registry.deleteManifest(hello, digest);
                deleted.add(digest);
            }
        });
        // endregion
        return deleted;
    }
}
