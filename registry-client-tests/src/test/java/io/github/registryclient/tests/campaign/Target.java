package io.github.registryclient.tests.campaign;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Reference;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.fault.FaultyProxy;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A registry that was filled, and its back door: what it holds is seen and changed without the client and without faults. */
interface Target extends AutoCloseable {
    /** Where it answers. */
    URI uri();

    /** What it is, for messages. */
    String name();

    /** Fills it, or puts more into it. */
    void push(Collection<SampleRepository> repositories);

    /** Points a tag to a manifest that is there already. */
    void tag(RepositoryName repository, Reference tag, SampleManifest manifest);

    /** What a repository holds now. */
    Contents contents(RepositoryName repository);

    /** Whether a registry shows a manifest by its digest. */
    default boolean shows(RepositoryName repository, Digest digest) {
        return contents(repository).manifests().contains(digest);
    }

    /** Whether a repository has a blob. */
    default boolean stores(RepositoryName repository, Digest blob) {
        return contents(repository).blobs().contains(blob);
    }

    /** Whether deleting an index takes the manifests along that only it lists. */
    default boolean takesChildren() {
        return false;
    }

    /** Whether deleting the last tag takes the manifest along. */
    default boolean takesUntagged() {
        return false;
    }

    /** Whether what was accepted for deletion may still be there for a while. */
    default boolean deletesLater() {
        return false;
    }

    /** What stands before its token server and does things to it. */
    default Optional<FaultyProxy> tokensProxy() {
        return Optional.empty();
    }

    /** Nothing more will be asked or changed: lets go of what could be taken for a client's leak. */
    default void closeBackDoor() {}

    @Override
    void close();

    /** Manifests, tags and blobs of a repository. */
    final class Contents {
        private final Set<Digest> manifests;
        private final Map<Tag, Digest> tags;
        private final Set<Digest> blobs;

        Contents(Set<Digest> manifests, Map<Tag, Digest> tags, Set<Digest> blobs) {
            this.manifests = Set.copyOf(manifests);
            this.tags = Map.copyOf(tags);
            this.blobs = Set.copyOf(blobs);
        }

        Set<Digest> manifests() {
            return manifests;
        }

        Map<Tag, Digest> tags() {
            return tags;
        }

        Set<Digest> blobs() {
            return blobs;
        }
    }
}
