package io.github.registryclient.testkit;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.registry.store.Store;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** All that an {@link EmbeddedRegistry} had at one moment, for assertions. Immutable. */
public final class RegistrySnapshot {
    private final Map<RepositoryName, RepositorySnapshot> repositories;
    private final Map<Digest, Long> contents;

    private RegistrySnapshot(Map<RepositoryName, RepositorySnapshot> repositories, Map<Digest, Long> contents) {
        this.repositories = Collections.unmodifiableMap(repositories);
        this.contents = Collections.unmodifiableMap(contents);
    }

    static RegistrySnapshot of(Store store) throws IOException {
        Map<RepositoryName, RepositorySnapshot> repositories = new TreeMap<>();
        for (String text : store.repositories("", Integer.MAX_VALUE)) {
            RepositoryName name = RepositoryName.of(text);
            repositories.put(name, RepositorySnapshot.of(store, name));
        }
        return new RegistrySnapshot(repositories, store.contents());
    }

    /**
     * The repositories.
     *
     * @return sorted by name, also those that nothing is left of
     */
    public Map<RepositoryName, RepositorySnapshot> repositories() {
        return repositories;
    }

    /**
     * One repository.
     *
     * @param name its name
     * @return what it has; nothing if it was never pushed to
     */
    public RepositorySnapshot repository(String name) {
        return repositories.getOrDefault(RepositoryName.of(name), RepositorySnapshot.empty());
    }

    /**
     * The bytes that are stored, whether a repository has them or a collection would free them: blobs and manifests.
     *
     * @return sizes by digest, sorted
     */
    public Map<Digest, Long> contents() {
        return contents;
    }

    /**
     * The sum of {@link #contents}.
     *
     * @return in bytes, without what the registry notes of them
     */
    public long bytes() {
        return contents.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegistrySnapshot
                && ((RegistrySnapshot) other).repositories.equals(repositories)
                && ((RegistrySnapshot) other).contents.equals(contents);
    }

    @Override
    public int hashCode() {
        return 31 * repositories.hashCode() + contents.hashCode();
    }

    /**
     * All of it, for people.
     *
     * @return several lines
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(contents.size() + " contents, " + bytes() + " bytes");
        repositories.forEach((name, repository) ->
                text.append('\n').append(name).append(": ").append(repository));
        return text.toString();
    }
}
