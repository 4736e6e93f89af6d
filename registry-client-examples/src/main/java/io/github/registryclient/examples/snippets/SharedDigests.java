package io.github.registryclient.examples.snippets;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.ResolvedTags;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.ArrayList;
import java.util.List;

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
     * Deletes the digests of which every tag is in the list, and no other.
     *
     * @param registry the registry
     * @param unwanted tags that are to go
     * @return what was deleted
     */
    public static List<Digest> deleteUnshared(RegistryClient registry, List<Tag> unwanted) {
        List<Digest> deleted = new ArrayList<>();
        // region delete-safely
        RepositoryName hello = RepositoryName.of("admin/hello");
        ResolvedTags resolved =
                registry.resolveTags(hello, registry.listTags(hello).toList()); // all, or an exception
        resolved.tagsByDigest().forEach((digest, tags) -> {
            if (unwanted.containsAll(tags)) { // a digest goes with all of its tags, so all of them have to be unwanted
                registry.deleteManifest(hello, digest);
                deleted.add(digest);
            }
        });
        // endregion
        return deleted;
    }
}
