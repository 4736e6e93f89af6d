package io.github.registryclient.tests.apply;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A registry that the campaign runs on, and what it has. */
interface Home extends AutoCloseable {
    URI uri();

    State state();

    @Override
    void close();

    /** What a registry has: manifests with what tells their bytes apart, and tags. */
    final class State {
        private final Map<String, String> manifests = new TreeMap<>();
        private final Map<String, Digest> tags = new TreeMap<>();

        void manifest(RepositoryName repository, Digest digest, String content) {
            manifests.put(repository + "@" + digest, content);
        }

        void tag(RepositoryName repository, Tag tag, Digest digest) {
            tags.put(repository + ":" + tag, digest);
        }

        Optional<String> manifest(RepositoryName repository, Digest digest) {
            return Optional.ofNullable(manifests.get(repository + "@" + digest));
        }

        Optional<Digest> tag(RepositoryName repository, Tag tag) {
            return Optional.ofNullable(tags.get(repository + ":" + tag));
        }

        /** By {@code repository@digest}. */
        Map<String, String> manifests() {
            return manifests;
        }

        /** By {@code repository:tag}. */
        Map<String, Digest> tags() {
            return tags;
        }
    }
}
